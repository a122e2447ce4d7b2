package dev.dealsdk.internal.client;

import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which {@link DealFilter}s a query sets. */
public final class Queries {
    private Queries() {}

    public static Set<DealFilter> filtersOf(DealQuery query) {
        Set<DealFilter> filters = EnumSet.noneOf(DealFilter.class);
        add(filters, DealFilter.STATUS, query.status());
        add(filters, DealFilter.STAGE, query.stage());
        add(filters, DealFilter.OWNER, query.ownerId());
        add(filters, DealFilter.TEAM, query.teamId());
        add(filters, DealFilter.MIN_VALUE, query.minValue());
        add(filters, DealFilter.MAX_VALUE, query.maxValue());
        add(filters, DealFilter.EXPECTED_CLOSE_AFTER, query.expectedCloseAfter());
        add(filters, DealFilter.EXPECTED_CLOSE_BEFORE, query.expectedCloseBefore());
        add(filters, DealFilter.TEXT, query.text());
        return filters;
    }

    private static void add(Set<DealFilter> filters, DealFilter filter, Optional<?> value) {
        if (value.isPresent()) {
            filters.add(filter);
        }
    }
}
