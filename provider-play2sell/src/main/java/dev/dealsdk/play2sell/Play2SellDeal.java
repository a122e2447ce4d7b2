package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Play2Sell sends it. Only a sample documents it [docs: sales]: every field but the id may be missing or null
 * (inferred).
 */
@Value.Immutable
@WireStyle
public interface Play2SellDeal {

    /** {@return a UUID} */
    String id();

    /** {@return the title of the deal} */
    Optional<String> name();

    /** {@return an amount in major units (inferred)} Play2Sell has no currency anywhere [docs: sales]. */
    Optional<BigDecimal> value();

    /** {@return the stage it is in, nested here and an id when it is written} */
    Optional<Play2SellDealStage> stage();

    /** {@return {@code open}, {@code won} or {@code lost}, from the filter of the list; any other word is passed on} */
    Optional<String> status();

    /** {@return the contact's name: plain text, not a reference} */
    Optional<String> contactName();

    /** {@return the contact's e-mail address: plain text, not a reference} */
    Optional<String> contactEmail();

    /** {@return the company's name: plain text, not a reference} */
    Optional<String> company();

    /** {@return a UUID: the assigned sales representative} */
    Optional<String> ownerId();

    /**
     * {@return the day on which it is expected to close, sent as {@code YYYY-MM-DD}; its time zone is not documented}
     */
    Optional<LocalDate> expectedCloseDate();

    /** {@return {@code high}, {@code medium} or {@code low}; any other word is passed on} */
    Optional<String> priority();

    /** {@return a UUID: the lead the deal came from} */
    Optional<String> leadId();

    /** {@return the account's own fields, values as JDK types; texts in the sample; empty when there are none} */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** {@return the deal's labels; empty when there are none} */
    List<String> tags();

    /** {@return when it was created} */
    Optional<Instant> createdAt();

    /** {@return when it was last changed} */
    Optional<Instant> updatedAt();

    /**
     * {@return what Play2Sell sent that is not documented, or not of the documented type, under its names; empty when
     * there is nothing}
     */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; the id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDeal}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDeal.Builder {
        Builder() {}
    }
}
