package dev.dealsdk.backside;

import dev.dealsdk.spi.AllowNulls;
import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of a create or update of a deal. <strong>Inferred</strong>: no page shows either body; the fields are those
 * of the deal object [docs: move] that Backside does not maintain itself. Only fields that are set are sent. Immutable.
 *
 * @param name the title; a create without one is refused (inferred: a deal always has a name)
 * @param pipelineId a UUID; one pipeline can be the default for new deals [docs: crm]
 * @param stageId a UUID
 * @param amount an exact amount, in major units (inferred)
 * @param currency an ISO 4217 code [docs: crm]
 * @param valuePeriod {@code one_time}, {@code monthly}, {@code quarterly} or {@code annual} [docs: crm]
 * @param confidence how likely the deal is to be won; its scale is not documented
 * @param contactId a UUID: the main contact (inferred)
 * @param organizationId a UUID: the company (inferred)
 * @param expectedCloseDate the day on which the deal is expected to close, sent as {@code YYYY-MM-DD}
 * @param closedAt the time at which the deal was closed
 * @param wonReason why the deal was won
 * @param lostReason why the deal was lost
 * @param description free text
 * @param nextStep free text
 * @param source free text
 * @param metadata the account's own data, complete
 * @param others further fields under Backside's names, as JSON of JDK types, sent unless another part of this body sets
 *     them. A null clears a value (inferred), and a value that does not have the documented type is sent back as it was
 *     read
 */
@Value.Builder
@WireStyle
public record BacksideDealFields(
        Optional<String> name,
        Optional<String> pipelineId,
        Optional<String> stageId,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<String> valuePeriod,
        Optional<Integer> confidence,
        Optional<String> contactId,
        Optional<String> organizationId,
        Optional<LocalDate> expectedCloseDate,
        Optional<Instant> closedAt,
        Optional<String> wonReason,
        Optional<String> lostReason,
        Optional<String> description,
        Optional<String> nextStep,
        Optional<String> source,
        Optional<Map<String, @Nullable Object>> metadata,
        @AllowNulls Map<String, @Nullable Object> others) {
    private static final Set<String> NAMES = Set.of(
            "name",
            "pipeline_id",
            "stage_id",
            "amount",
            "currency",
            "value_period",
            "confidence",
            "contact_id",
            "organization_id",
            "expected_close_date",
            "closed_at",
            "won_reason",
            "lost_reason",
            "description",
            "next_step",
            "source",
            "metadata");

    /**
     * Returns all writable fields of a deal as they were read: a body that changes nothing, whether an update replaces
     * the deal or is merged into it. Fields without a value are left out.
     *
     * @param deal the deal as it was just read
     * @return the body
     */
    public static BacksideDealFields of(BacksideDeal deal) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(deal.rest());
        others.keySet().retainAll(NAMES);
        return builder()
                .name(deal.name())
                .pipelineId(deal.pipelineId())
                .stageId(deal.stageId())
                .amount(deal.amount())
                .currency(deal.currency())
                .valuePeriod(deal.valuePeriod())
                .confidence(deal.confidence())
                .contactId(deal.contactId())
                .organizationId(deal.organizationId())
                .expectedCloseDate(deal.expectedCloseDate())
                .closedAt(deal.closedAt())
                .wonReason(deal.wonReason())
                .lostReason(deal.lostReason())
                .description(deal.description())
                .nextStep(deal.nextStep())
                .source(deal.source())
                .metadata(others.containsKey("metadata") ? Optional.empty() : Optional.of(deal.metadata()))
                .others(others)
                .build();
    }

    /** Returns the complete body under Backside's names. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(others);
        put(body, "name", name);
        put(body, "pipeline_id", pipelineId);
        put(body, "stage_id", stageId);
        put(body, "amount", amount);
        put(body, "currency", currency);
        put(body, "value_period", valuePeriod);
        put(body, "confidence", confidence.map(BigDecimal::valueOf));
        put(body, "contact_id", contactId);
        put(body, "organization_id", organizationId);
        put(body, "expected_close_date", expectedCloseDate.map(Object::toString));
        put(body, "closed_at", closedAt.map(Object::toString));
        put(body, "won_reason", wonReason);
        put(body, "lost_reason", lostReason);
        put(body, "description", description);
        put(body, "next_step", nextStep);
        put(body, "source", source);
        put(body, "metadata", metadata);
        return body;
    }

    private static void put(Map<String, @Nullable Object> body, String name, Optional<?> value) {
        value.ifPresent(present -> body.put(name, present));
    }

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BacksideDealFields}; not thread-safe. */
    public static final class Builder extends BacksideDealFieldsBuilder {
        Builder() {}
    }
}
