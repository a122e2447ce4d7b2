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

    /** {@return the new title} */
    Optional<String> name();

    /** {@return the new amount in major units (inferred)} */
    Optional<BigDecimal> value();

    /** {@return the contact's new name, as plain text} */
    Optional<String> contactName();

    /** {@return the contact's new e-mail address, as plain text} */
    Optional<String> contactEmail();

    /** {@return the company's new name, as plain text} */
    Optional<String> company();

    /** {@return a UUID: the sales representative to assign it to from now on} */
    Optional<String> ownerId();

    /** {@return the new day of expected closing, sent as {@code YYYY-MM-DD}} */
    Optional<LocalDate> expectedCloseDate();

    /** {@return {@code high}, {@code medium} or {@code low}} */
    Optional<String> priority();

    /** {@return a UUID: the lead the deal comes from} */
    Optional<String> leadId();

    /**
     * {@return the account's own fields to set; left out when empty} Whether these replace the deal's custom fields or
     * are merged into them is not documented.
     */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** {@return all tags afterwards (inferred); an empty list takes them all away} */
    Optional<List<String>> tags();

    /**
     * {@return names of fields to send as null, such as {@code expected_close_date}; none by default} Whether that
     * clears them is not documented.
     */
    Set<String> nulls();

    /** {@return a builder with nothing set; what is not set is not sent} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealUpdate}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealUpdate.Builder {
        Builder() {}
    }
}
