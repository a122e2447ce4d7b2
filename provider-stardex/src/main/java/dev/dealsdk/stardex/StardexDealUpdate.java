package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code PATCH /v1/deals/{id}}, of both generations of its page [docs: update-deal]: only what is set is sent.
 * Owners cannot be changed.
 */
@Value.Immutable
@WireStyle
public interface StardexDealUpdate {

    /** {@return one character or more} */
    Optional<String> name();

    /** {@return a UUID: the company that is the client} */
    Optional<String> clientId();

    /** {@return an amount in major units (inferred)} The newer page calls it the fee invoiced to the client. */
    Optional<BigDecimal> amount();

    /** {@return three letters, ISO 4217} Newer generation. */
    Optional<String> currencyCode();

    /** {@return the candidate's expected yearly pay, 0 or more} Newer generation. */
    Optional<BigDecimal> compensation();

    /** {@return three letters, ISO 4217} Newer generation. */
    Optional<String> compensationCurrencyCode();

    /** {@return the fee in percent of the compensation, 0 to 100} Newer generation. */
    Optional<BigDecimal> pricingRate();

    /** {@return a percentage, 0 to 100} */
    Optional<BigDecimal> winProbability();

    /** {@return a UUID} */
    Optional<String> dealStatusId();

    /** {@return any text} */
    Optional<String> description();

    /** {@return ISO 8601: the day the deal is expected to close, or has closed} */
    Optional<String> closedDate();

    /** {@return whether to take the close date away: the only null that is documented} */
    @Value.Default
    default boolean clearsClosedDate() {
        return false;
    }

    /** {@return a UUID} Older generation: one server may not take both this and {@link #jobIds()}. */
    Optional<String> jobId();

    /** {@return UUIDs of all jobs afterwards} Newer generation. */
    Optional<List<String>> jobIds();

    /** {@return a UUID: the person the deal comes from} */
    Optional<String> referredBy();

    /** {@return the changes of custom fields; empty for none} */
    List<StardexCustomFieldWrite> customFields();

    /** {@return a builder with nothing set} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDealUpdate}; not thread-safe. */
    final class Builder extends ImmutableStardexDealUpdate.Builder {
        Builder() {}
    }
}
