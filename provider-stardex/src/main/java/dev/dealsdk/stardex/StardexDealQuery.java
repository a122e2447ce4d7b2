package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /v1/deals/search} [docs: search-deals]. Fields that are not set, or are empty, are not sent.
 *
 * @param offset the number of deals to skip; 0 by default
 * @param limit the page size, at most 100 (inferred), which is also the default
 * @param sortBy a word; the words that Stardex accepts are not documented
 * @param sortOrder {@code desc}, which is also the default, or {@code asc} (inferred)
 * @param keywords words to search for; whether one or all of several must match is not documented
 * @param dealIds the ids of the deals to return; empty for all
 * @param listId a UUID. Lists contain persons or companies; their meaning for deals is not documented.
 * @param dealStatusIdsIncluded the statuses that match; empty for all
 * @param dealStatusIdsExcluded the statuses that do not match; empty for none
 * @param ownerIdsIncluded UUIDs of team members whose deals match; empty for all
 * @param ownerIdsExcluded UUIDs of team members whose deals do not match; empty for none
 * @param showOpenDealsOnly true to return only open deals; which deals count as open is not documented
 * @param showArchived whether to return archived deals; whether true adds them or returns only them is not documented,
 *     nor is the default
 * @param closedDateFilter a filter on the day on which the deal is expected to close, or was closed
 * @param openDateFilter a filter on the day on which the deal was opened; no response shows that day
 * @param selectAttributeFilters filters on custom fields with options; empty for none
 * @param teamMemberAttributeFilters filters on custom fields with team members; empty for none
 * @param numericAttributeFilters filters on custom fields with a number; empty for none
 * @param dateAttributeFilters filters on custom fields with a day; empty for none
 * @param include parts of the deals to return in addition; {@code custom_fields} is the only known word
 */
@Value.Builder
@WireStyle
public record StardexDealQuery(
        Optional<Long> offset,
        Optional<Integer> limit,
        Optional<String> sortBy,
        Optional<String> sortOrder,
        List<String> keywords,
        List<String> dealIds,
        Optional<String> listId,
        List<String> dealStatusIdsIncluded,
        List<String> dealStatusIdsExcluded,
        List<String> ownerIdsIncluded,
        List<String> ownerIdsExcluded,
        Optional<Boolean> showOpenDealsOnly,
        Optional<Boolean> showArchived,
        Optional<StardexDateRange> closedDateFilter,
        Optional<StardexDateRange> openDateFilter,
        List<StardexSelectFilter> selectAttributeFilters,
        List<StardexSelectFilter> teamMemberAttributeFilters,
        List<StardexNumericFilter> numericAttributeFilters,
        List<StardexDateFilter> dateAttributeFilters,
        List<String> include) {

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexDealQuery}; not thread-safe. */
    public static final class Builder extends StardexDealQueryBuilder {
        Builder() {}
    }
}
