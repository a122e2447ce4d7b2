package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/deals} [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealCreate {

    /** {@return the title; no limit to its length is documented} */
    String name();

    /** {@return an amount in major units (inferred); no range is documented} */
    BigDecimal value();

    /** {@return a UUID; the first stage when left out} */
    Optional<String> stageId();

    /** {@return the contact's name, as plain text} */
    Optional<String> contactName();

    /** {@return the contact's e-mail address, as plain text} */
    Optional<String> contactEmail();

    /** {@return the company's name, as plain text} */
    Optional<String> company();

    /** {@return a UUID: the sales representative to assign it to; whose it is when left out is not documented} */
    Optional<String> ownerId();

    /** {@return the day on which it is expected to close, sent as {@code YYYY-MM-DD}} */
    Optional<LocalDate> expectedCloseDate();

    /** {@return {@code high}, {@code medium} (when left out) or {@code low}} */
    Optional<String> priority();

    /** {@return a UUID: the lead the deal comes from} */
    Optional<String> leadId();

    /** {@return the account's own fields, values as JDK types; left out when empty} */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** {@return the deal's labels; left out when empty} */
    List<String> tags();

    /** {@return a builder with nothing set; name and value are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealCreate}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealCreate.Builder {
        Builder() {}
    }
}
