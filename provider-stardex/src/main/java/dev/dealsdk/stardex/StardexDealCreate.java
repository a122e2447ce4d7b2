package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /v1/deals}, of both generations of its page [docs: create-deal]. */
@Value.Immutable
@WireStyle
public interface StardexDealCreate {

    /** {@return one character or more} */
    String name();

    /** {@return a UUID: the company that is the client} */
    Optional<String> clientId();

    /**
     * {@return the LinkedIn address of the client company, where {@link #clientId()} is left out} Stardex looks the
     * company up and <em>creates</em> it when there is none.
     */
    Optional<String> clientLinkedinUrl();

    /** {@return an amount in major units (inferred)} The newer page calls it the fee invoiced to the client. */
    Optional<BigDecimal> amount();

    /** {@return three letters, ISO 4217; the organization's own, else USD, when left out} Newer generation. */
    Optional<String> currencyCode();

    /** {@return the candidate's expected yearly pay, 0 or more} Newer generation. */
    Optional<BigDecimal> compensation();

    /** {@return three letters, ISO 4217; the currency of the amount when left out} Newer generation. */
    Optional<String> compensationCurrencyCode();

    /** {@return the fee in percent of the compensation, 0 to 100} Newer generation. */
    Optional<BigDecimal> pricingRate();

    /** {@return a percentage, 0 to 100} */
    Optional<BigDecimal> winProbability();

    /** {@return a UUID; which one it is when left out is not documented} */
    Optional<String> dealStatusId();

    /** {@return any text} */
    Optional<String> description();

    /** {@return ISO 8601: the day the deal is expected to close, or has closed} */
    Optional<String> closedDate();

    /** {@return a UUID} Older generation: one server may not take both this and {@link #jobIds()}. */
    Optional<String> jobId();

    /** {@return UUIDs} Newer generation. */
    Optional<List<String>> jobIds();

    /** {@return a UUID: the person the deal comes from} */
    Optional<String> referredBy();

    /** {@return UUIDs of team members; without any, a caller who is one becomes the owner} */
    List<String> ownerIds();

    /** {@return the changes of custom fields; empty for none} */
    List<StardexCustomFieldWrite> customFields();

    /** {@return a builder with nothing set; the name is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDealCreate}; not thread-safe. */
    final class Builder extends ImmutableStardexDealCreate.Builder {
        Builder() {}
    }
}
