package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one implementation of {@link Deal}. Written by hand, since there are a hundred on every page: what a generated one
 * copies of lists and maps would be half of what a page takes.
 */
final class DealData implements Deal {
    private static final List<String> NAMES = List.of(
            "id",
            "provider",
            "status",
            "name",
            "stageId",
            "stageName",
            "stageAlias",
            "pipelineId",
            "value",
            "winProbability",
            "contact",
            "company",
            "ownerIds",
            "lineItems",
            "tags",
            "customFields",
            "expectedCloseOn",
            "closedAt",
            "createdAt",
            "updatedAt",
            "description",
            "lostReason",
            "wonReason",
            "extras");

    private final String id;
    private final String provider;
    private final DealStatus status;
    private final @Nullable String name;
    private final @Nullable String stageId;
    private final @Nullable String stageName;
    private final @Nullable String stageAlias;
    private final @Nullable String pipelineId;
    private final @Nullable DealValue value;
    private final @Nullable BigDecimal winProbability;
    private final @Nullable Contact contact;
    private final @Nullable Company company;
    private final List<String> ownerIds;
    private final List<LineItem> lineItems;
    private final List<String> tags;
    private final Map<String, @Nullable Object> customFields;
    private final @Nullable LocalDate expectedCloseOn;
    private final @Nullable Instant closedAt;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final @Nullable String description;
    private final @Nullable String lostReason;
    private final @Nullable String wonReason;
    private final Map<String, @Nullable Object> extras;

    /**
     * What a builder has collected.
     *
     * @throws IllegalStateException if id, provider or status is missing
     */
    DealData(DealBuilder from) {
        from.requireMandatory();
        this.id = requireNonNull(from.id);
        this.provider = requireNonNull(from.provider);
        this.status = requireNonNull(from.status);
        this.name = from.name;
        this.stageId = from.stageId;
        this.stageName = from.stageName;
        this.stageAlias = from.stageAlias;
        this.pipelineId = from.pipelineId;
        this.value = from.value;
        this.winProbability = from.winProbability;
        this.contact = from.contact;
        this.company = from.company;
        this.ownerIds = List.copyOf(from.ownerIds);
        this.lineItems = List.copyOf(from.lineItems);
        this.tags = List.copyOf(from.tags);
        this.customFields = from.customFields;
        this.expectedCloseOn = from.expectedCloseOn;
        this.closedAt = from.closedAt;
        this.createdAt = from.createdAt;
        this.updatedAt = from.updatedAt;
        this.description = from.description;
        this.lostReason = from.lostReason;
        this.wonReason = from.wonReason;
        this.extras = from.builtExtras();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public DealStatus status() {
        return status;
    }

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    @Override
    public Optional<String> stageId() {
        return Optional.ofNullable(stageId);
    }

    @Override
    public Optional<String> stageName() {
        return Optional.ofNullable(stageName);
    }

    @Override
    public Optional<String> stageAlias() {
        return Optional.ofNullable(stageAlias);
    }

    @Override
    public Optional<String> pipelineId() {
        return Optional.ofNullable(pipelineId);
    }

    @Override
    public Optional<DealValue> value() {
        return Optional.ofNullable(value);
    }

    @Override
    public Optional<BigDecimal> winProbability() {
        return Optional.ofNullable(winProbability);
    }

    @Override
    public Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    @Override
    public Optional<Company> company() {
        return Optional.ofNullable(company);
    }

    @Override
    public List<String> ownerIds() {
        return ownerIds;
    }

    @Override
    public List<LineItem> lineItems() {
        return lineItems;
    }

    @Override
    public List<String> tags() {
        return tags;
    }

    @Override
    public Map<String, @Nullable Object> customFields() {
        return customFields;
    }

    @Override
    public Optional<LocalDate> expectedCloseOn() {
        return Optional.ofNullable(expectedCloseOn);
    }

    @Override
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    @Override
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    @Override
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    @Override
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    @Override
    public Optional<String> lostReason() {
        return Optional.ofNullable(lostReason);
    }

    @Override
    public Optional<String> wonReason() {
        return Optional.ofNullable(wonReason);
    }

    @Override
    public Map<String, @Nullable Object> extras() {
        return extras;
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {
            id,
            provider,
            status,
            name,
            stageId,
            stageName,
            stageAlias,
            pipelineId,
            value,
            winProbability,
            contact,
            company,
            ownerIds,
            lineItems,
            tags,
            customFields,
            expectedCloseOn,
            closedAt,
            createdAt,
            updatedAt,
            description,
            lostReason,
            wonReason,
            extras
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DealData deal && Arrays.equals(parts(), deal.parts()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Deal{");
        @Nullable Object[] parts = parts();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != null) {
                text.append(i == 0 ? "" : ", ").append(NAMES.get(i)).append('=').append(parts[i]);
            }
        }
        return text.append('}').toString();
    }
}
