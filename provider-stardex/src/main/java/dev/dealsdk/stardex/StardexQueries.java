package dev.dealsdk.stardex;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.PageCursor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From neutral queries to Stardex's searches, refusing what is not of Stardex's form or said twice. */
final class StardexQueries {
    /** The filters and orders that have no neutral name, and those a neutral one covers in part only. */
    static final Set<String> EXTRAS = Set.of(
            "sort_by",
            "sort_order",
            "keywords",
            "deal_ids",
            "list_id",
            "deal_status_ids_included",
            "deal_status_ids_excluded",
            "owner_ids_included",
            "owner_ids_excluded",
            "show_open_deals_only",
            "show_archived",
            "closed_date_filter",
            "open_date_filter",
            "select_attribute_filters",
            "numeric_attribute_filters",
            "date_attribute_filters",
            "team_member_attribute_filters");

    private static final String CUSTOM_FIELDS = "custom_fields";

    private final CallScope scope;
    private final ClosingStages statuses;

    StardexQueries(CallScope scope, ClosingStages statuses) {
        this.scope = scope;
        this.statuses = statuses;
    }

    /** The search that finds one deal. */
    static StardexDealQuery byId(String dealId) {
        return StardexDealQuery.builder()
                .limit(1)
                .addDealIds(dealId)
                .addInclude(CUSTOM_FIELDS)
                .build();
    }

    /** The deal of that search, if there is one. */
    static Optional<StardexDeal> found(String dealId, StardexDealPage page) {
        return page.data().stream()
                .filter(deal -> deal.id().equalsIgnoreCase(dealId))
                .findFirst();
    }

    PageCursor place(DealQuery query) {
        return PageCursor.of(query, 0, StardexCapabilities.MAX_LIMIT, scope);
    }

    StardexDealQuery query(DealQuery query) {
        PageCursor place = place(query);
        StardexExtras extras = StardexExtras.of("extras", query.extras(), scope);
        return StardexDealQuery.builder()
                .offset(place.position())
                .limit(place.size())
                .sortBy(extras.text("sort_by"))
                .sortOrder(extras.oneOf("sort_order", Set.of("asc", "desc")))
                .keywords(either("text", query.text().map(List::of), "keywords", extras.texts("keywords")))
                .dealIds(given("deal_ids", extras.texts("deal_ids")))
                .listId(extras.uuid("list_id"))
                .dealStatusIdsIncluded(either(
                        "stage or status",
                        statusId(query).map(List::of),
                        "deal_status_ids_included",
                        extras.texts("deal_status_ids_included")))
                .dealStatusIdsExcluded(either(
                        "status",
                        closedStatusIds(query),
                        "deal_status_ids_excluded",
                        extras.texts("deal_status_ids_excluded")))
                .ownerIdsIncluded(either(
                        "ownerId",
                        query.ownerId().map(id -> List.of(StardexIds.UUID.require("ownerId", id, scope))),
                        "owner_ids_included",
                        extras.uuids("owner_ids_included")))
                .ownerIdsExcluded(given("owner_ids_excluded", extras.uuids("owner_ids_excluded")))
                .showOpenDealsOnly(openOnly(query, extras))
                .showArchived(extras.bool("show_archived"))
                .closedDateFilter(closedDates(query, extras))
                .openDateFilter(extras.map("open_date_filter", StardexQueries::range))
                .selectAttributeFilters(extras.maps("select_attribute_filters", StardexQueries::selectFilter))
                .teamMemberAttributeFilters(extras.maps("team_member_attribute_filters", StardexQueries::selectFilter))
                .numericAttributeFilters(extras.maps("numeric_attribute_filters", StardexQueries::numericFilter))
                .dateAttributeFilters(extras.maps("date_attribute_filters", StardexQueries::dateFilter))
                .addInclude(CUSTOM_FIELDS)
                .build();
    }

    /** What a stage and a status WON or LOST ask for; OPEN has a filter of its own. */
    private Optional<String> statusId(DealQuery query) {
        Optional<String> stage = query.stage().flatMap(StageRef::stageId);
        Optional<String> closed =
                query.status().filter(status -> status != DealStatus.OPEN).map(this::closedStatusId);
        if (stage.isPresent() && closed.isPresent() && !stage.equals(closed)) {
            throw scope.invalid("stage", "is not the one that the status asks for; leave one of them out");
        }
        return stage.or(() -> closed);
    }

    private String closedStatusId(DealStatus status) {
        return statuses.target(status)
                .orElseThrow(() -> scope.unsupported("the filter status " + status
                        + " is not supported: Stardex does not mark its statuses; set "
                        + (status == DealStatus.WON ? "deals.won-stage" : "deals.lost-stage")
                        + " to the one meant, or filter by stage"));
    }

    /** Stardex does not know which statuses the configuration takes for closed, so OPEN leaves them out by itself. */
    private Optional<List<String>> closedStatusIds(DealQuery query) {
        return query.status()
                .filter(DealStatus.OPEN::equals)
                .map(open -> statuses.closed())
                .filter(ids -> !ids.isEmpty());
    }

    private static Optional<Boolean> openOnly(DealQuery query, StardexExtras extras) {
        boolean open = query.status().filter(DealStatus.OPEN::equals).isPresent();
        if (open && extras.has("show_open_deals_only")) {
            throw extras.invalid("show_open_deals_only", "is said by status already; leave one of them out");
        }
        return open ? Optional.of(true) : extras.bool("show_open_deals_only");
    }

    private static Optional<StardexDateRange> closedDates(DealQuery query, StardexExtras extras) {
        if (query.expectedCloseAfter().isEmpty() && query.expectedCloseBefore().isEmpty()) {
            return extras.map("closed_date_filter", StardexQueries::range);
        }
        if (extras.has("closed_date_filter")) {
            throw extras.invalid(
                    "closed_date_filter",
                    "is said by expectedCloseAfter or expectedCloseBefore already; leave one of them out");
        }
        return Optional.of(StardexDateRange.builder()
                .startDate(query.expectedCloseAfter().map(LocalDate::toString))
                .endDate(query.expectedCloseBefore().map(LocalDate::toString))
                .build());
    }

    private List<String> either(
            String neutral, Optional<List<String>> wanted, String name, Optional<List<String>> extra) {
        if (wanted.isPresent() && extra.isPresent()) {
            throw scope.invalid("extras." + name, "is said by " + neutral + " already; leave one of them out");
        }
        return wanted.orElseGet(() -> given(name, extra));
    }

    /** Whether an empty list asks for nothing or for everything is not documented. */
    private List<String> given(String name, Optional<List<String>> extra) {
        if (extra.filter(List::isEmpty).isPresent()) {
            throw scope.invalid("extras." + name, "is an empty list: leave it out");
        }
        return extra.orElse(List.of());
    }

    private static StardexDateRange range(StardexExtras range) {
        return days(range.only(List.of("start_date", "end_date", "include_empty")));
    }

    private static StardexDateRange days(StardexExtras range) {
        return StardexDateRange.builder()
                .startDate(range.text("start_date"))
                .endDate(range.text("end_date"))
                .includeEmpty(range.bool("include_empty"))
                .build();
    }

    private static StardexSelectFilter selectFilter(StardexExtras filter) {
        filter.only(List.of("attribute_id", "values", "excluded_values", "require_all", "include_empty"));
        return StardexSelectFilter.builder()
                .attributeId(attributeId(filter))
                .values(filter.texts("values").orElse(List.of()))
                .excludedValues(filter.texts("excluded_values").orElse(List.of()))
                .requireAll(filter.bool("require_all"))
                .includeEmpty(filter.bool("include_empty"))
                .build();
    }

    private static StardexNumericFilter numericFilter(StardexExtras filter) {
        filter.only(List.of("attribute_id", "min", "max", "include_empty"));
        return StardexNumericFilter.builder()
                .attributeId(attributeId(filter))
                .min(filter.number("min"))
                .max(filter.number("max"))
                .includeEmpty(filter.bool("include_empty"))
                .build();
    }

    private static StardexDateFilter dateFilter(StardexExtras filter) {
        filter.only(List.of("attribute_id", "start_date", "end_date", "include_empty"));
        return StardexDateFilter.builder()
                .attributeId(attributeId(filter))
                .range(days(filter))
                .build();
    }

    private static String attributeId(StardexExtras filter) {
        return filter.uuid("attribute_id").orElseThrow(() -> filter.invalid("attribute_id", "is missing"));
    }
}
