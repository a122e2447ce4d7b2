package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /v1/deals}, with the fields of both generations of its page [docs: create-deal].
 *
 * @param name one character or more
 * @param clientId a UUID: the client company
 * @param clientLinkedinUrl the LinkedIn URL of the client company, if {@link #clientId()} is left out. Stardex looks
 *     the company up and <em>creates</em> it if there is none.
 * @param amount an amount in major units (inferred). The newer page calls it the fee invoiced to the client.
 * @param currencyCode three letters, ISO 4217; by default the organization's own, otherwise USD. Newer generation.
 * @param compensation the candidate's expected yearly pay, 0 or more. Newer generation.
 * @param compensationCurrencyCode three letters, ISO 4217; by default the currency of the amount. Newer generation.
 * @param pricingRate the fee in percent of the compensation, 0 to 100. Newer generation.
 * @param winProbability a percentage, 0 to 100
 * @param dealStatusId a UUID; the default is not documented
 * @param description any text
 * @param closedDate ISO 8601: the day on which the deal is expected to close, or was closed
 * @param jobId a UUID. Older generation: a server may not accept both this field and {@link #jobIds()}.
 * @param jobIds UUIDs. Newer generation.
 * @param referredBy a UUID: the person who referred the deal
 * @param ownerIds UUIDs of team members; by default the caller, if the caller is a team member
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

    /** {@return a builder in which nothing is set; the name is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexDealCreate}; not thread-safe. */
    public static final class Builder extends StardexDealCreateBuilder {
        Builder() {}
    }
}
