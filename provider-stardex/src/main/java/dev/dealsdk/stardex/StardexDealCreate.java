package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /v1/deals}, of both generations of its page [docs: create-deal].
 *
 * @param name one character or more
 * @param clientId a UUID: the company that is the client
 * @param clientLinkedinUrl the LinkedIn address of the client company, where {@link #clientId()} is left out. Stardex
 *     looks the company up and <em>creates</em> it when there is none.
 * @param amount an amount in major units (inferred). The newer page calls it the fee invoiced to the client.
 * @param currencyCode three letters, ISO 4217; the organization's own, else USD, when left out. Newer generation.
 * @param compensation the candidate's expected yearly pay, 0 or more. Newer generation.
 * @param compensationCurrencyCode three letters, ISO 4217; the currency of the amount when left out. Newer generation.
 * @param pricingRate the fee in percent of the compensation, 0 to 100. Newer generation.
 * @param winProbability a percentage, 0 to 100
 * @param dealStatusId a UUID; which one it is when left out is not documented
 * @param description any text
 * @param closedDate ISO 8601: the day the deal is expected to close, or has closed
 * @param jobId a UUID. Older generation: one server may not take both this and {@link #jobIds()}.
 * @param jobIds UUIDs. Newer generation.
 * @param referredBy a UUID: the person the deal comes from
 * @param ownerIds UUIDs of team members; without any, a caller who is one becomes the owner
 * @param customFields the changes of custom fields; empty for none
 */
@Value.Builder
@WireStyle
public record StardexDealCreate(
        String name,
        Optional<String> clientId,
        Optional<String> clientLinkedinUrl,
        Optional<BigDecimal> amount,
        Optional<String> currencyCode,
        Optional<BigDecimal> compensation,
        Optional<String> compensationCurrencyCode,
        Optional<BigDecimal> pricingRate,
        Optional<BigDecimal> winProbability,
        Optional<String> dealStatusId,
        Optional<String> description,
        Optional<String> closedDate,
        Optional<String> jobId,
        Optional<List<String>> jobIds,
        Optional<String> referredBy,
        List<String> ownerIds,
        List<StardexCustomFieldWrite> customFields) {

    /** {@return a builder with nothing set; the name is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDealCreate}; not thread-safe. */
    public static final class Builder extends StardexDealCreateBuilder {
        Builder() {}
    }
}
