package dev.dealsdk.stardex;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stardex sends it. Only examples document it [docs: create-deal]: every field but the id may be missing or null
 * (inferred), and a create is answered with a part of them.
 *
 * @param id shaped like a UUID; opaque
 * @param name the title of the deal
 * @param amount an amount in major units (inferred)
 * @param currencyCode the currency of the amount. Newer generation.
 * @param compensation the candidate's expected yearly pay. Newer generation.
 * @param compensationCurrencyCode the currency of the compensation. Newer generation.
 * @param pricingRate a percentage: the rate of the fee. Newer generation.
 * @param winProbability a percentage
 * @param dealStatusId the status it is in
 * @param clientId the company that is the client
 * @param jobId the job it is about. Older generation.
 * @param jobIds the jobs it is about. Newer generation.
 * @param createdAt when it was created
 * @param description any text. Not in any example; read under the name that requests use (inferred).
 * @param closedDate ISO 8601: the day it is expected to close, or has closed. Not in any example; read under the name
 *     that requests use (inferred).
 * @param referredBy the person the deal comes from. Not in any example; read under the name that requests use
 *     (inferred).
 * @param ownerIds the team members it belongs to; empty when Stardex sends none. Not in any example; read under the
 *     name that requests use (inferred).
 * @param customFields the custom fields of the expected form, where they were asked for; as they came they are in
 *     {@link #rest()}
 * @param rest what Stardex sent that is not documented, or not of the documented type, and {@code custom_fields} as
 *     they came, under its names; empty when there is nothing
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
