package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/deals/:id}: only what is set is sent. The page shows {@code value} and {@code priority}; the
 * other fields are those of create (inferred).
 */
@Value.Immutable
@WireStyle
public interface Play2SellDealUpdate {

    Optional<String> name();

    Optional<BigDecimal> value();

    Optional<String> contactName();

    Optional<String> contactEmail();

    Optional<String> company();

    /** A UUID. */
    Optional<String> ownerId();

    Optional<LocalDate> expectedCloseDate();

    /** {@code high}, {@code medium} or {@code low}. */
    Optional<String> priority();

    /** A UUID. */
    Optional<String> leadId();

    /** Whether these replace the deal's custom fields or are merged into them is not documented. */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** All tags afterwards (inferred); an empty list takes them all away. */
    Optional<List<String>> tags();

    /** Names of fields to send as null, such as {@code expected_close_date}. Whether that clears them is not documented. */
    Set<String> nulls();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealUpdate}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealUpdate.Builder {
        Builder() {}
    }
}
