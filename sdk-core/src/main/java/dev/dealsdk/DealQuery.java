package dev.dealsdk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which deals to list, and in which order. All conditions hold together.
 *
 * <p>A filter or order the vendor cannot apply is refused before anything is sent, never applied here; see
 * {@link Capabilities#filters()} and {@link Capabilities#sorts()}. Whether bounds are inclusive is up to the vendor.
 */
@Value.Immutable
@SdkStyle
public interface DealQuery {

    /** {@return the status to look for: open, won or lost, never {@link DealStatus#UNKNOWN}; empty for any} */
    Optional<DealStatus> status();

    /** {@return the stage the deals are in; empty for any} */
    Optional<StageRef> stage();

    /** {@return the vendor's id of the user who owns them; empty for any} */
    Optional<String> ownerId();

    /** {@return the vendor's id of the team they belong to; empty for any} */
    Optional<String> teamId();

    /** {@return the least value, in major units; empty for no bound} */
    Optional<BigDecimal> minValue();

    /** {@return the greatest value, in major units; empty for no bound} */
    Optional<BigDecimal> maxValue();

    /** {@return the first day of expected closing; empty for no bound} */
    Optional<LocalDate> expectedCloseAfter();

    /** {@return the last day of expected closing; empty for no bound} */
    Optional<LocalDate> expectedCloseBefore();

    /** {@return words to look for, in fields of the vendor's choice; empty for any deal} */
    Optional<String> text();

    /** {@return the order; empty leaves it to the vendor} */
    Optional<DealSort> sort();

    /**
     * {@return how many deals to fetch with one request, 1 to {@link Capabilities#maxPageSize()}; empty means as many
     * as the vendor allows}
     */
    Optional<Integer> pageSize();

    /**
     * {@return where to go on: the {@link Page#nextPageToken()} of an earlier listing, also of another process; empty
     * for the beginning} The rest of the query must be the same as it was then.
     */
    Optional<String> pageToken();

    /**
     * {@return the vendor's own filters under the vendor's names; empty when there are none} JSON as in {@link
     * Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** {@return a query for all deals of the account} */
    static DealQuery all() {
        return builder().build();
    }

    /** {@return a query for all open deals of the account} */
    static DealQuery open() {
        return builder().status(DealStatus.OPEN).build();
    }

    /** {@return a builder with nothing set; every part is optional, and nothing set means all deals} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this query with its extras in canonical form} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if no vendor could answer it: the status is {@link DealStatus#UNKNOWN}, the page
     *     size is less than 1, or a lower bound is above its upper one
     */
    @Value.Check
    default DealQuery normalized() {
        if (status().equals(Optional.of(DealStatus.UNKNOWN))) {
            throw new IllegalArgumentException(
                    "status: UNKNOWN is no status to ask for; leave it out to list all deals");
        }
        if (pageSize().isPresent() && pageSize().get() < 1) {
            throw new IllegalArgumentException("pageSize: " + pageSize().get() + " is less than 1");
        }
        if (minValue().isPresent()
                && maxValue().isPresent()
                && minValue().get().compareTo(maxValue().get()) > 0) {
            throw new IllegalArgumentException("minValue: " + minValue().get() + " is greater than maxValue "
                    + maxValue().get());
        }
        if (expectedCloseAfter().isPresent()
                && expectedCloseBefore().isPresent()
                && expectedCloseAfter().get().isAfter(expectedCloseBefore().get())) {
            throw new IllegalArgumentException("expectedCloseAfter: "
                    + expectedCloseAfter().get() + " is after expectedCloseBefore "
                    + expectedCloseBefore().get());
        }
        if (JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }

    /** Collects the parts of a {@link DealQuery}; not thread-safe. */
    final class Builder extends ImmutableDealQuery.Builder {
        Builder() {}
    }
}
