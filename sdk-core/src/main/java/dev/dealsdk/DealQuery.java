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

    /** Open, won or lost; {@link DealStatus#UNKNOWN} cannot be asked for. */
    Optional<DealStatus> status();

    Optional<StageRef> stage();

    Optional<String> ownerId();

    Optional<String> teamId();

    /** The least value, in major units. */
    Optional<BigDecimal> minValue();

    /** The greatest value, in major units. */
    Optional<BigDecimal> maxValue();

    Optional<LocalDate> expectedCloseAfter();

    Optional<LocalDate> expectedCloseBefore();

    /** Words to look for; in which fields is up to the vendor. */
    Optional<String> text();

    /** Empty leaves the order to the vendor. */
    Optional<DealSort> sort();

    /** How many deals to fetch with one request; empty means as many as the vendor allows. */
    Optional<Integer> pageSize();

    /**
     * Where to go on: the {@link Page#nextPageToken()} of an earlier listing, also of another process. The rest of the
     * query must be the same as it was then.
     */
    Optional<String> pageToken();

    /** The vendor's own filters under the vendor's names; see {@link Capabilities#extras(Operation)}. */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** All deals of the account. */
    static DealQuery all() {
        return builder().build();
    }

    /** All open deals of the account. */
    static DealQuery open() {
        return builder().status(DealStatus.OPEN).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Refuses what no vendor could answer, and copies the extras into canonical form. */
    @Value.Check
    default DealQuery normalized() {
        if (status().filter(DealStatus.UNKNOWN::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "status: UNKNOWN is no status to ask for; leave it out to list all deals");
        }
        if (pageSize().filter(size -> size < 1).isPresent()) {
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
