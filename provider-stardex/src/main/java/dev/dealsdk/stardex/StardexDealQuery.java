package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /v1/deals/search} [docs: search-deals]. What is left out, or empty, is not sent. */
@Value.Immutable
@WireStyle
public interface StardexDealQuery {

    /** {@return how many deals to pass over; 0 when left out} */
    Optional<Long> offset();

    /** {@return at most 100 (inferred), which is also the default} */
    Optional<Integer> limit();

    /** {@return a word; which ones Stardex takes is not documented} */
    Optional<String> sortBy();

    /** {@return {@code desc}, which is also the default, or {@code asc} (inferred)} */
    Optional<String> sortOrder();

    /** {@return words to look for; whether one or all of several must be found is not documented} */
    List<String> keywords();

    /** {@return the deals to look for; empty for all} */
    List<String> dealIds();

    /** {@return a UUID} Lists hold persons or companies; what one means for deals is not documented. */
    Optional<String> listId();

    /** {@return the statuses that fit; empty for all} */
    List<String> dealStatusIdsIncluded();

    /** {@return the statuses that do not fit; empty for none} */
    List<String> dealStatusIdsExcluded();

    /** {@return UUIDs of team members whose deals fit; empty for all} */
    List<String> ownerIdsIncluded();

    /** {@return UUIDs of team members whose deals do not fit; empty for none} */
    List<String> ownerIdsExcluded();

    /** {@return true for open deals alone; what counts as open is not documented} */
    Optional<Boolean> showOpenDealsOnly();

    /**
     * {@return whether to show archived deals; whether true adds them or shows them alone is not documented, nor is the
     * default}
     */
    Optional<Boolean> showArchived();

    /** {@return conditions on the day the deal is expected to close, or has closed} */
    Optional<StardexDateRange> closedDateFilter();

    /** {@return conditions on the day the deal was opened; no answer shows it} */
    Optional<StardexDateRange> openDateFilter();

    /** {@return conditions on custom fields with options; empty for none} */
    List<StardexSelectFilter> selectAttributeFilters();

    /** {@return conditions on custom fields with team members; empty for none} */
    List<StardexSelectFilter> teamMemberAttributeFilters();

    /** {@return conditions on custom fields with a number; empty for none} */
    List<StardexNumericFilter> numericAttributeFilters();

    /** {@return conditions on custom fields with a day; empty for none} */
    List<StardexDateFilter> dateAttributeFilters();

    /** {@return parts of the deals to send as well: {@code custom_fields} is the only word seen} */
    List<String> include();

    /** {@return a builder with nothing set} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDealQuery}; not thread-safe. */
    final class Builder extends ImmutableStardexDealQuery.Builder {
        Builder() {}
    }
}
