package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /v1/deals/search} [docs: search-deals]. What is left out, or empty, is not sent.
 *
 * @param offset how many deals to pass over; 0 when left out
 * @param limit at most 100 (inferred), which is also the default
 * @param sortBy a word; which ones Stardex takes is not documented
 * @param sortOrder {@code desc}, which is also the default, or {@code asc} (inferred)
 * @param keywords words to look for; whether one or all of several must be found is not documented
 * @param dealIds the deals to look for; empty for all
 * @param listId a UUID. Lists hold persons or companies; what one means for deals is not documented.
 * @param dealStatusIdsIncluded the statuses that fit; empty for all
 * @param dealStatusIdsExcluded the statuses that do not fit; empty for none
 * @param ownerIdsIncluded UUIDs of team members whose deals fit; empty for all
 * @param ownerIdsExcluded UUIDs of team members whose deals do not fit; empty for none
 * @param showOpenDealsOnly true for open deals alone; what counts as open is not documented
 * @param showArchived whether to show archived deals; whether true adds them or shows them alone is not documented,
 *     nor is the default
 * @param closedDateFilter conditions on the day the deal is expected to close, or has closed
 * @param openDateFilter conditions on the day the deal was opened; no answer shows it
 * @param selectAttributeFilters conditions on custom fields with options; empty for none
 * @param teamMemberAttributeFilters conditions on custom fields with team members; empty for none
 * @param numericAttributeFilters conditions on custom fields with a number; empty for none
 * @param dateAttributeFilters conditions on custom fields with a day; empty for none
 * @param include parts of the deals to send as well: {@code custom_fields} is the only word seen
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

    /** Collects the parts of a {@link StardexDealQuery}; not thread-safe. */
    public static final class Builder extends StardexDealQueryBuilder {
        Builder() {}
    }
}
