package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which deals to list, and in which order. All conditions hold together. Immutable.
 *
 * <p>A filter or order that the vendor lacks is refused before anything is sent, or applied by the SDK to what it reads, if
 * {@code deals.local-query} says so; see {@link Capabilities#filters()}, {@link Capabilities#sorts()} and {@link
 * Capabilities#localFilters()}. Where the SDK applies them, bounds are part of a range, text is looked for in the name, the
 * contact and the name of the company, whatever its case, and a deal without the field is in no range and last in any order.
 * What the vendor applies, it applies in its own way.
 *
 * @param status the status to look for: open, won or lost, never {@link DealStatus#UNKNOWN}; empty for any
 * @param stage the stage the deals are in; empty for any
 * @param ownerId the vendor's id of the user who owns them; empty for any
 * @param teamId the vendor's id of the team they belong to; empty for any
 * @param minValue the least value, in major units; empty for no bound
 * @param maxValue the greatest value, in major units; empty for no bound
 * @param expectedCloseAfter the first day of expected closing; empty for no bound
 * @param expectedCloseBefore the last day of expected closing; empty for no bound
 * @param text words to look for, in fields of the vendor's choice, or as said above; empty for any deal
 * @param sort the order; empty leaves it to the vendor
 * @param pageSize how many deals to fetch with one request, 1 to {@link Capabilities#maxPageSize()}; empty means as many as the
 *     vendor allows
 * @param pageToken where to go on: the {@link Page#nextPageToken()} of an earlier listing, also of another process; empty for the
 *     beginning. The rest of the query must be the same as it was then
 * @param extras the vendor's own filters under the vendor's names; empty when there are none. JSON as in {@link
 *     Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names
 */
@Value.Builder
@SdkStyle
public record DealQuery(
        Optional<DealStatus> status,
        Optional<StageRef> stage,
        Optional<String> ownerId,
        Optional<String> teamId,
        Optional<BigDecimal> minValue,
        Optional<BigDecimal> maxValue,
        Optional<LocalDate> expectedCloseAfter,
        Optional<LocalDate> expectedCloseBefore,
        Optional<String> text,
        Optional<DealSort> sort,
        Optional<Integer> pageSize,
        Optional<String> pageToken,
        @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Brings the extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if no vendor could answer it: the status is {@link DealStatus#UNKNOWN}, the page
     *     size is less than 1, a lower bound is above its upper one, or an extra has no JSON form
     */
    public DealQuery {
        if (status.isPresent() && status.get() == DealStatus.UNKNOWN) {
            throw new IllegalArgumentException(
                    "status: UNKNOWN is no status to ask for; leave it out to list all deals");
        }
        if (pageSize.isPresent() && pageSize.get() < 1) {
            throw new IllegalArgumentException("pageSize: " + pageSize.get() + " is less than 1");
        }
        if (minValue.isPresent() && maxValue.isPresent() && minValue.get().compareTo(maxValue.get()) > 0) {
            throw new IllegalArgumentException(
                    "minValue: " + minValue.get() + " is greater than maxValue " + maxValue.get());
        }
        if (expectedCloseAfter.isPresent()
                && expectedCloseBefore.isPresent()
                && expectedCloseAfter.get().isAfter(expectedCloseBefore.get())) {
            throw new IllegalArgumentException("expectedCloseAfter: " + expectedCloseAfter.get()
                    + " is after expectedCloseBefore " + expectedCloseBefore.get());
        }
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a query for all deals of the account} */
    public static DealQuery all() {
        return builder().build();
    }

    /** {@return a query for all open deals of the account} */
    public static DealQuery open() {
        return builder().status(DealStatus.OPEN).build();
    }

    /** {@return a builder with nothing set; every part is optional, and nothing set means all deals} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link DealQuery}; not thread-safe. */
    public static final class Builder extends DealQueryBuilder {
        Builder() {}
    }
}
