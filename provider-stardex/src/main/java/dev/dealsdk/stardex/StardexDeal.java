package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stardex sends it. Only examples document it [docs: create-deal]: every field but the id may be missing or null
 * (inferred), and a create is answered with a part of them.
 */
@Value.Immutable
@WireStyle
public interface StardexDeal {

    /** {@return shaped like a UUID; opaque} */
    String id();

    /** {@return the title of the deal} */
    Optional<String> name();

    /** {@return an amount in major units (inferred)} */
    Optional<BigDecimal> amount();

    /** {@return the currency of the amount} Newer generation. */
    Optional<String> currencyCode();

    /** {@return the candidate's expected yearly pay} Newer generation. */
    Optional<BigDecimal> compensation();

    /** {@return the currency of the compensation} Newer generation. */
    Optional<String> compensationCurrencyCode();

    /** {@return a percentage: the rate of the fee} Newer generation. */
    Optional<BigDecimal> pricingRate();

    /** {@return a percentage} */
    Optional<BigDecimal> winProbability();

    /** {@return the status it is in} */
    Optional<String> dealStatusId();

    /** {@return the company that is the client} */
    Optional<String> clientId();

    /** {@return the job it is about} Older generation. */
    Optional<String> jobId();

    /** {@return the jobs it is about} Newer generation. */
    Optional<List<String>> jobIds();

    /** {@return when it was created} */
    Optional<Instant> createdAt();

    /** {@return any text} Not in any example; read under the name that requests use (inferred). */
    Optional<String> description();

    /**
     * {@return ISO 8601: the day it is expected to close, or has closed} Not in any example; read under the name that
     * requests use (inferred).
     */
    Optional<String> closedDate();

    /**
     * {@return the person the deal comes from} Not in any example; read under the name that requests use (inferred).
     */
    Optional<String> referredBy();

    /**
     * {@return the team members it belongs to; empty when Stardex sends none} Not in any example; read under the name
     * that requests use (inferred).
     */
    List<String> ownerIds();

    /**
     * {@return the custom fields of the expected form, where they were asked for; as they came they are in {@link
     * #rest()}}
     */
    List<StardexCustomField> customFields();

    /**
     * {@return what Stardex sent that is not documented, or not of the documented type, and {@code custom_fields} as
     * they came, under its names; empty when there is nothing}
     */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; the id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDeal}; not thread-safe. */
    final class Builder extends ImmutableStardexDeal.Builder {
        Builder() {}
    }
}
