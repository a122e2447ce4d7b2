package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link Deal.Builder} collects of a deal's course: when, and why. */
abstract class DealCourse extends DealParts {
    @Nullable
    LocalDate expectedCloseOn;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant createdAt;

    @Nullable
    Instant updatedAt;

    @Nullable
    String description;

    @Nullable
    String lostReason;

    @Nullable
    String wonReason;

    DealCourse() {}

    /**
     * Sets {@link Deal#expectedCloseOn()}.
     *
     * @param value the day on which it is expected to close
     * @return this builder
     */
    public final Deal.Builder expectedCloseOn(LocalDate value) {
        this.expectedCloseOn = requireNonNull(value, "expectedCloseOn");
        return self();
    }

    /**
     * Sets or clears {@link Deal#expectedCloseOn()}.
     *
     * @param value the day on which it is expected to close; empty for nothing
     * @return this builder
     */
    public final Deal.Builder expectedCloseOn(Optional<? extends LocalDate> value) {
        this.expectedCloseOn = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#closedAt()}.
     *
     * @param value when it was won or lost
     * @return this builder
     */
    public final Deal.Builder closedAt(Instant value) {
        this.closedAt = requireNonNull(value, "closedAt");
        return self();
    }

    /**
     * Sets or clears {@link Deal#closedAt()}.
     *
     * @param value when it was won or lost; empty for nothing
     * @return this builder
     */
    public final Deal.Builder closedAt(Optional<? extends Instant> value) {
        this.closedAt = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#createdAt()}.
     *
     * @param value when it was created
     * @return this builder
     */
    public final Deal.Builder createdAt(Instant value) {
        this.createdAt = requireNonNull(value, "createdAt");
        return self();
    }

    /**
     * Sets or clears {@link Deal#createdAt()}.
     *
     * @param value when it was created; empty for nothing
     * @return this builder
     */
    public final Deal.Builder createdAt(Optional<? extends Instant> value) {
        this.createdAt = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#updatedAt()}.
     *
     * @param value when it was last changed
     * @return this builder
     */
    public final Deal.Builder updatedAt(Instant value) {
        this.updatedAt = requireNonNull(value, "updatedAt");
        return self();
    }

    /**
     * Sets or clears {@link Deal#updatedAt()}.
     *
     * @param value when it was last changed; empty for nothing
     * @return this builder
     */
    public final Deal.Builder updatedAt(Optional<? extends Instant> value) {
        this.updatedAt = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#description()}.
     *
     * @param value free text
     * @return this builder
     */
    public final Deal.Builder description(String value) {
        this.description = requireNonNull(value, "description");
        return self();
    }

    /**
     * Sets or clears {@link Deal#description()}.
     *
     * @param value free text; empty for nothing
     * @return this builder
     */
    public final Deal.Builder description(Optional<String> value) {
        this.description = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#lostReason()}.
     *
     * @param value why it was lost
     * @return this builder
     */
    public final Deal.Builder lostReason(String value) {
        this.lostReason = requireNonNull(value, "lostReason");
        return self();
    }

    /**
     * Sets or clears {@link Deal#lostReason()}.
     *
     * @param value why it was lost; empty for nothing
     * @return this builder
     */
    public final Deal.Builder lostReason(Optional<String> value) {
        this.lostReason = value.orElse(null);
        return self();
    }

    /**
     * Sets {@link Deal#wonReason()}.
     *
     * @param value why it was won
     * @return this builder
     */
    public final Deal.Builder wonReason(String value) {
        this.wonReason = requireNonNull(value, "wonReason");
        return self();
    }

    /**
     * Sets or clears {@link Deal#wonReason()}.
     *
     * @param value why it was won; empty for nothing
     * @return this builder
     */
    public final Deal.Builder wonReason(Optional<String> value) {
        this.wonReason = value.orElse(null);
        return self();
    }

    @Override
    final void copySingle(Deal deal) {
        super.copySingle(deal);
        deal.expectedCloseOn().ifPresent(present -> expectedCloseOn = present);
        deal.closedAt().ifPresent(present -> closedAt = present);
        deal.createdAt().ifPresent(present -> createdAt = present);
        deal.updatedAt().ifPresent(present -> updatedAt = present);
        deal.description().ifPresent(present -> description = present);
        deal.lostReason().ifPresent(present -> lostReason = present);
        deal.wonReason().ifPresent(present -> wonReason = present);
    }
}
