package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of a listing of deals. A deal must match all filters. Immutable.
 *
 * <p>A filter or order that the vendor lacks is refused before anything is sent. If {@code deals.local-query} is set,
 * the SDK applies it to the deals that it reads instead; see {@link Capabilities#filters()}, {@link
 * Capabilities#sorts()} and {@link Capabilities#localFilters()}. Filters of the SDK follow these rules: bounds are
 * inclusive; text is searched case-insensitively in the name, the contact and the name of the company; a deal without
 * the field matches no range and comes last in any order. Filters and orders of the vendor follow the vendor's rules.
 *
 * @param status the status: open, won or lost, never {@link DealStatus#UNKNOWN}; empty for any
 * @param stage the current stage; empty for any
 * @param ownerId the vendor's id of the user who owns the deal; empty for any
 * @param teamId the vendor's id of the team to which the deal belongs; empty for any
 * @param minValue the lowest value, in major units; empty for no bound
 * @param maxValue the highest value, in major units; empty for no bound
 * @param expectedCloseAfter the first day of expected closing; empty for no bound
 * @param expectedCloseBefore the last day of expected closing; empty for no bound
 * @param text the words to search for, in fields that the vendor chooses, or as described above if the SDK searches;
 *     empty for any deal
 * @param sort the order; empty for the vendor's own order
 * @param pageSize the number of deals per request, 1 to {@link Capabilities#maxPageSize()}; empty for the vendor's
 *     maximum
 * @param pageToken the page to start at: the {@link Page#nextPageToken()} of an earlier listing, possibly of another
 *     process; empty for the first page. The rest of the query must be the same as in that listing
 * @param extras further filters that only this vendor has, under the vendor's names; empty for none. Values as in
 *     {@link Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names
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
     * Checks the query and normalizes the extras to the JDK types in which they are returned. Use {@link #builder()} to
     * create an instance.
     *
     * @throws IllegalArgumentException if the status is {@link DealStatus#UNKNOWN}, the page size is less than 1, a
     *     lower bound is above its upper bound, or an extra cannot be represented as JSON
     */
    public DealQuery {
        if (status.isPresent() && status.get() == DealStatus.UNKNOWN) {
            throw new IllegalArgumentException("status: UNKNOWN cannot be a filter; leave it out to list all deals");
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

    /**
     * {@return a builder in which nothing is set; every part is optional, and a query without filters matches all
     * deals}
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DealQuery}; not thread-safe. */
    public static final class Builder extends DealQueryBuilder {
        Builder() {}
    }
}
