package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link Deal.Builder} collects of what a deal is: each field takes a value or an optional. */
abstract class DealParts {
    @Nullable
    String id;

    @Nullable
    String provider;

    @Nullable
    DealStatus status;

    @Nullable
    String name;

    @Nullable
    String stageId;

    @Nullable
    String stageName;

    @Nullable
    String stageAlias;

    @Nullable
    String pipelineId;

    @Nullable
    DealValue value;

    @Nullable
    BigDecimal winProbability;

    @Nullable
    Contact contact;

    @Nullable
    Company company;

    DealParts() {}

    abstract Deal.Builder self();

    /**
     * Sets {@link Deal#id()}.
     *
     * @param value the vendor's id of the deal
     * @return this builder
     */
    public final Deal.Builder id(String value) {
        this.id = requireNonNull(value, "id");
        return self();
    }

    /**
     * Sets {@link Deal#provider()}.
     *
     * @param value the id of the provider
     * @return this builder
     */
    public final Deal.Builder provider(String value) {
        this.provider = requireNonNull(value, "provider");
        return self();
    }

    /**
     * Sets {@link Deal#status()}.
     *
     * @param value whether it is open, won or lost
     * @return this builder
     */
    public final Deal.Builder status(DealStatus value) {
        this.status = requireNonNull(value, "status");
        return self();
    }

    /**
     * Sets {@link Deal#name()}.
     *
     * @param value the title
     * @return this builder
     */
    public final Deal.Builder name(String value) {
        this.name = requireNonNull(value, "name");
        return self();
    }

    /**
     * Sets or clears {@link Deal#name()}.
     *
     * @param value the title; empty for nothing
     * @return this builder
     */
    public final Deal.Builder name(Optional<String> value) {
        this.name = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#stageId()}.
     *
     * @param value the id of a stage
     * @return this builder
     */
    public final Deal.Builder stageId(String value) {
        this.stageId = requireNonNull(value, "stageId");
        return self();
    }

    /**
     * Sets or clears {@link Deal#stageId()}.
     *
     * @param value the id of a stage; empty for nothing
     * @return this builder
     */
    public final Deal.Builder stageId(Optional<String> value) {
        this.stageId = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#stageName()}.
     *
     * @param value the name of that stage
     * @return this builder
     */
    public final Deal.Builder stageName(String value) {
        this.stageName = requireNonNull(value, "stageName");
        return self();
    }

    /**
     * Sets or clears {@link Deal#stageName()}.
     *
     * @param value the name of that stage; empty for nothing
     * @return this builder
     */
    public final Deal.Builder stageName(Optional<String> value) {
        this.stageName = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#stageAlias()}.
     *
     * @param value the program's own name of that stage
     * @return this builder
     */
    public final Deal.Builder stageAlias(String value) {
        this.stageAlias = requireNonNull(value, "stageAlias");
        return self();
    }

    /**
     * Sets or clears {@link Deal#stageAlias()}.
     *
     * @param value the program's own name of that stage; empty for nothing
     * @return this builder
     */
    public final Deal.Builder stageAlias(Optional<String> value) {
        this.stageAlias = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#pipelineId()}.
     *
     * @param value the vendor's id of the pipeline
     * @return this builder
     */
    public final Deal.Builder pipelineId(String value) {
        this.pipelineId = requireNonNull(value, "pipelineId");
        return self();
    }

    /**
     * Sets or clears {@link Deal#pipelineId()}.
     *
     * @param value the vendor's id of the pipeline; empty for nothing
     * @return this builder
     */
    public final Deal.Builder pipelineId(Optional<String> value) {
        this.pipelineId = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#value()}.
     *
     * @param value what the deal is worth
     * @return this builder
     */
    public final Deal.Builder value(DealValue value) {
        this.value = requireNonNull(value, "value");
        return self();
    }

    /**
     * Sets or clears {@link Deal#value()}.
     *
     * @param value what the deal is worth; empty for nothing
     * @return this builder
     */
    public final Deal.Builder value(Optional<? extends DealValue> value) {
        this.value = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#winProbability()}.
     *
     * @param value a percentage, 0 to 100
     * @return this builder
     */
    public final Deal.Builder winProbability(BigDecimal value) {
        this.winProbability = requireNonNull(value, "winProbability");
        return self();
    }

    /**
     * Sets or clears {@link Deal#winProbability()}.
     *
     * @param value a percentage, 0 to 100; empty for nothing
     * @return this builder
     */
    public final Deal.Builder winProbability(Optional<? extends BigDecimal> value) {
        this.winProbability = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#contact()}.
     *
     * @param value the person it is made with
     * @return this builder
     */
    public final Deal.Builder contact(Contact value) {
        this.contact = requireNonNull(value, "contact");
        return self();
    }

    /**
     * Sets or clears {@link Deal#contact()}.
     *
     * @param value the person it is made with; empty for nothing
     * @return this builder
     */
    public final Deal.Builder contact(Optional<? extends Contact> value) {
        this.contact = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#company()}.
     *
     * @param value the organization it is made with
     * @return this builder
     */
    public final Deal.Builder company(Company value) {
        this.company = requireNonNull(value, "company");
        return self();
    }

    /**
     * Sets or clears {@link Deal#company()}.
     *
     * @param value the organization it is made with; empty for nothing
     * @return this builder
     */
    public final Deal.Builder company(Optional<? extends Company> value) {
        this.company = value.orElse(null);
        return self();
    }

    final void requireMandatory() {
        if (id != null && provider != null && status != null) {
            return;
        }
        List<String> missing = new ArrayList<>(0);
        if (id == null) {
            missing.add("id");
        }
        if (provider == null) {
            missing.add("provider");
        }
        if (status == null) {
            missing.add("status");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Cannot build Deal, some of required attributes are not set " + missing);
        }
    }

    void copySingle(Deal deal) {
        id = deal.id();
        provider = deal.provider();
        status = deal.status();
        deal.name().ifPresent(present -> name = present);
        deal.stageId().ifPresent(present -> stageId = present);
        deal.stageName().ifPresent(present -> stageName = present);
        deal.stageAlias().ifPresent(present -> stageAlias = present);
        deal.pipelineId().ifPresent(present -> pipelineId = present);
        deal.value().ifPresent(present -> value = present);
        deal.winProbability().ifPresent(present -> winProbability = present);
        deal.contact().ifPresent(present -> contact = present);
        deal.company().ifPresent(present -> company = present);
    }
}
