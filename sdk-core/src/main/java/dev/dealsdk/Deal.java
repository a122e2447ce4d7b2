package dev.dealsdk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A sales opportunity in the terms all providers share.
 *
 * <p>An empty optional means that the vendor does not say; it never stands for zero or blank. What the vendor sent and
 * this type has no name for is in {@link #extras()}. Immutable.
 */
@Value.Immutable
@SdkStyle
public interface Deal {

    /** Assigned by the vendor; opaque; unique within one account. */
    String id();

    /** The id of the provider that read this deal, such as {@code play2sell}. */
    String provider();

    DealStatus status();

    Optional<String> name();

    /** Empty when the vendor names no stage, or the stage has been deleted since. */
    Optional<String> stageId();

    Optional<String> stageName();

    Optional<String> pipelineId();

    /** Empty when the vendor sends none, or only prose; prose stays in the extras and no amount is guessed from it. */
    Optional<DealValue> value();

    /** Percent, 0 to 100. */
    Optional<BigDecimal> winProbability();

    Optional<Contact> contact();

    Optional<Company> company();

    List<String> ownerIds();

    List<LineItem> lineItems();

    List<String> tags();

    /**
     * The account's own fields under the vendor's keys, or under the aliases of {@code deals.fields.NAME}: JSON as String,
     * Boolean, {@link BigDecimal} (exact), List, Map and null.
     */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** The day on which the deal is expected to close. */
    Optional<LocalDate> expectedCloseOn();

    Optional<Instant> closedAt();

    Optional<Instant> createdAt();

    Optional<Instant> updatedAt();

    Optional<String> description();

    Optional<String> lostReason();

    Optional<String> wonReason();

    /** What the vendor sent and this type has no name for, under the vendor's names, as in {@link #customFields()}. */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Deal}; not thread-safe. */
    final class Builder extends ImmutableDeal.Builder {
        Builder() {}
    }
}
