package dev.dealsdk.stardex;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stardex sends it. It is documented only by examples [docs: create-deal]: every field except the id may be
 * missing or null (inferred), and the response to a create contains only some of them.
 *
 * @param id an opaque id in the format of a UUID
 * @param name the title of the deal
 * @param amount an amount in major units (inferred)
 * @param currencyCode the currency of the amount. Newer generation.
 * @param compensation the candidate's expected yearly pay. Newer generation.
 * @param compensationCurrencyCode the currency of the compensation. Newer generation.
 * @param pricingRate a percentage: the rate of the fee. Newer generation.
 * @param winProbability a percentage
 * @param dealStatusId the current status
 * @param clientId the client company
 * @param jobId the job of the deal. Older generation.
 * @param jobIds the jobs of the deal. Newer generation.
 * @param createdAt the time at which the deal was created
 * @param description any text. Not in any example; read under the name that requests use (inferred).
 * @param closedDate ISO 8601: the day on which the deal is expected to close, or was closed. Not in any example; read
 *     under the name that requests use (inferred).
 * @param referredBy the person who referred the deal. Not in any example; read under the name that requests use
 *     (inferred).
 * @param ownerIds the team members who own the deal; empty if Stardex sends none. Not in any example; read under the
 *     name that requests use (inferred).
 * @param customFields the custom fields that have the expected format, if they were requested; {@link #rest()} contains
 *     them as they were sent
 * @param rest fields that are not documented, or do not have the documented type, and {@code custom_fields} as they
 *     were sent, under Stardex's names; empty if there are none
 */
public record StardexDeal(
        String id,
        Optional<String> name,
        Optional<BigDecimal> amount,
        Optional<String> currencyCode,
        Optional<BigDecimal> compensation,
        Optional<String> compensationCurrencyCode,
        Optional<BigDecimal> pricingRate,
        Optional<BigDecimal> winProbability,
        Optional<String> dealStatusId,
        Optional<String> clientId,
        Optional<String> jobId,
        Optional<List<String>> jobIds,
        Optional<Instant> createdAt,
        Optional<String> description,
        Optional<String> closedDate,
        Optional<String> referredBy,
        List<String> ownerIds,
        List<StardexCustomField> customFields,
        Map<String, @Nullable Object> rest) {}
