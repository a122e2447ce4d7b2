package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code PATCH /v1/deals/{id}}, with the fields of both generations of its page [docs: update-deal]. Only
 * fields that are set are sent. Owners cannot be changed.
 *
 * @param name one character or more
 * @param clientId a UUID: the client company
 * @param amount an amount in major units (inferred). The newer page calls it the fee invoiced to the client.
 * @param currencyCode three letters, ISO 4217. Newer generation.
 * @param compensation the candidate's expected yearly pay, 0 or more. Newer generation.
 * @param compensationCurrencyCode three letters, ISO 4217. Newer generation.
 * @param pricingRate the fee in percent of the compensation, 0 to 100. Newer generation.
 * @param winProbability a percentage, 0 to 100
 * @param dealStatusId a UUID
 * @param description any text
 * @param closedDate ISO 8601: the day on which the deal is expected to close, or was closed
 * @param clearsClosedDate true to clear the close date; this is the only null that is documented
 * @param jobId a UUID. Older generation: a server may not accept both this field and {@link #jobIds()}.
 * @param jobIds UUIDs of the complete new list of jobs. Newer generation.
 * @param referredBy a UUID: the person who referred the deal
 * @param customFields the changes of custom fields; empty for none
 */
@Value.Builder
@WireStyle
public record StardexDealUpdate(
        Optional<String> name,
        Optional<String> clientId,
        Optional<BigDecimal> amount,
        Optional<String> currencyCode,
        Optional<BigDecimal> compensation,
        Optional<String> compensationCurrencyCode,
        Optional<BigDecimal> pricingRate,
        Optional<BigDecimal> winProbability,
        Optional<String> dealStatusId,
        Optional<String> description,
        Optional<String> closedDate,
        @Value.Default.Boolean(false) boolean clearsClosedDate,
        Optional<String> jobId,
        Optional<List<String>> jobIds,
        Optional<String> referredBy,
        List<StardexCustomFieldWrite> customFields) {

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexDealUpdate}; not thread-safe. */
    public static final class Builder extends StardexDealUpdateBuilder {
        Builder() {}
    }
}
