package dev.dealsdk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only implementation of {@link Deal}. Its builder has made all parts immutable. */
record DealRecord(
        String id,
        String provider,
        DealStatus status,
        Optional<String> name,
        Optional<String> stageId,
        Optional<String> stageName,
        Optional<String> stageAlias,
        Optional<String> pipelineId,
        Optional<DealValue> value,
        Optional<BigDecimal> winProbability,
        Optional<Contact> contact,
        Optional<Company> company,
        List<String> ownerIds,
        List<LineItem> lineItems,
        List<String> tags,
        Map<String, @Nullable Object> customFields,
        Optional<LocalDate> expectedCloseOn,
        Optional<Instant> closedAt,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<String> description,
        Optional<String> lostReason,
        Optional<String> wonReason,
        Map<String, @Nullable Object> extras)
        implements Deal, JsonByModule {

    /** Omits empty parts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Deal{id=").append(id);
        add(text, "provider", provider);
        add(text, "status", status);
        add(text, "name", name);
        add(text, "stageId", stageId);
        add(text, "stageName", stageName);
        add(text, "stageAlias", stageAlias);
        add(text, "pipelineId", pipelineId);
        add(text, "value", value);
        add(text, "winProbability", winProbability);
        add(text, "contact", contact);
        add(text, "company", company);
        add(text, "ownerIds", ownerIds);
        add(text, "lineItems", lineItems);
        add(text, "tags", tags);
        add(text, "customFields", customFields);
        add(text, "expectedCloseOn", expectedCloseOn);
        add(text, "closedAt", closedAt);
        add(text, "createdAt", createdAt);
        add(text, "updatedAt", updatedAt);
        add(text, "description", description);
        add(text, "lostReason", lostReason);
        add(text, "wonReason", wonReason);
        add(text, "extras", extras);
        return text.append('}').toString();
    }

    private static void add(StringBuilder text, String name, Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null && !present.equals(List.of()) && !present.equals(Map.of())) {
            text.append(", ").append(name).append('=').append(present);
        }
    }
}
