package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Which deals a transfer processes, and how. Immutable; start from {@link #defaults()} or {@link #builder()}.
 *
 * @param workers how many deals are written in parallel, 1 to 64; 4 by default
 * @param sample the share of the deals to process, above 0 and up to 1; every run selects the same deals. 1 by default
 * @param status only deals with this status; empty for all
 * @param stage only deals in this stage of the source, by alias, name or id; empty for all
 * @param owner only deals of this owner; empty for all
 * @param limit the maximum number of deals to process, at least 1; empty for all
 * @param failureShare the share of failed deals, 0 to 1, above which a run stops; checked from 20 deals on. 0.2 by default
 * @param deletes whether deals that no longer exist at the source are deleted at the target, unless they were changed there; false
 *     by default
 * @param acceptMapping whether a run accepts a mapping that differs from the one the store was created with; false by default
 * @param settle how long a write without a result may still be in progress at the vendor; it is not sent again before that. 1
 *     minute by default
 * @param outage how long a call waits for a vendor that is unavailable or rate limits; 1 hour by default
 * @param pauseFile a run pauses while this file exists; empty for the name of the store with {@code .pause} appended
 * @param rollbackReason the lost reason for deals that a rollback cannot delete; empty for none
 */
public record TransferOptions(
        int workers,
        double sample,
        Optional<DealStatus> status,
        Optional<String> stage,
        Optional<String> owner,
        Optional<Integer> limit,
        double failureShare,
        boolean deletes,
        boolean acceptMapping,
        Duration settle,
        Duration outage,
        Optional<Path> pauseFile,
        Optional<String> rollbackReason) {
    private static final int MOST_WORKERS = 64;
    private static final int SAMPLE_STEPS = 10_000;
    private static final TransferOptions DEFAULTS = new TransferOptions(
            4,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0.2,
            false,
            false,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Optional.empty(),
            Optional.empty());

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TransferOptions {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers must be between 1 and " + MOST_WORKERS + ", not " + workers);
        }
        if (!(sample > 0 && sample <= 1)) {
            throw new IllegalArgumentException("sample must be above 0 and at most 1, not " + sample);
        }
        if (!(failureShare >= 0 && failureShare <= 1)) {
            throw new IllegalArgumentException("failureShare must be between 0 and 1, not " + failureShare);
        }
        if (limit.isPresent() && limit.get() < 1) {
            throw new IllegalArgumentException("limit must be at least 1, not " + limit.get());
        }
        if (settle.isNegative() || outage.isNegative()) {
            throw new IllegalArgumentException("settle and outage must not be negative");
        }
    }

    /** {@return the options that process all deals, four in parallel} */
    public static TransferOptions defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    boolean isPartial() {
        return sample < 1 || status.isPresent() || stage.isPresent() || owner.isPresent() || limit.isPresent();
    }

    boolean takes(Deal deal) {
        return status.filter(wanted -> deal.status() != wanted).isEmpty()
                && stage.filter(wanted -> !isIn(deal, wanted)).isEmpty()
                && owner.filter(wanted -> !deal.ownerIds().contains(wanted)).isEmpty()
                && (sample == 1 || Math.floorMod(spread(deal.id()), SAMPLE_STEPS) < sample * SAMPLE_STEPS);
    }

    private static boolean isIn(Deal deal, String stage) {
        return deal.stageId().filter(stage::equals).isPresent()
                || deal.stageAlias().filter(stage::equals).isPresent()
                || deal.stageName().filter(stage::equalsIgnoreCase).isPresent();
    }

    /** Ids that differ in their last digit alone are spread over the whole range. */
    private static int spread(String id) {
        int hash = id.hashCode() * 0x9E3779B1;
        return (hash ^ (hash >>> 15)) * 0x85EBCA6B;
    }

    /** Builds {@link TransferOptions}, which describes the values. Not thread-safe. */
    public static final class Builder {
        private int workers = DEFAULTS.workers;
        private double sample = DEFAULTS.sample;
        private Optional<DealStatus> status = Optional.empty();
        private Optional<String> stage = Optional.empty();
        private Optional<String> owner = Optional.empty();
        private Optional<Integer> limit = Optional.empty();
        private double failureShare = DEFAULTS.failureShare;
        private boolean deletes;
        private boolean acceptMapping;
        private Duration settle = DEFAULTS.settle;
        private Duration outage = DEFAULTS.outage;
        private Optional<Path> pauseFile = Optional.empty();
        private Optional<String> rollbackReason = Optional.empty();

        Builder() {}

        public Builder workers(int value) {
            workers = value;
            return this;
        }

        public Builder sample(double value) {
            sample = value;
            return this;
        }

        public Builder status(DealStatus value) {
            status = Optional.of(value);
            return this;
        }

        public Builder stage(String value) {
            stage = Optional.of(value);
            return this;
        }

        public Builder owner(String value) {
            owner = Optional.of(value);
            return this;
        }

        public Builder limit(int value) {
            limit = Optional.of(value);
            return this;
        }

        public Builder failureShare(double value) {
            failureShare = value;
            return this;
        }

        public Builder deletes(boolean value) {
            deletes = value;
            return this;
        }

        public Builder acceptMapping(boolean value) {
            acceptMapping = value;
            return this;
        }

        public Builder settle(Duration value) {
            settle = Objects.requireNonNull(value, "settle");
            return this;
        }

        public Builder outage(Duration value) {
            outage = Objects.requireNonNull(value, "outage");
            return this;
        }

        public Builder pauseFile(Path value) {
            pauseFile = Optional.of(value);
            return this;
        }

        public Builder rollbackReason(String value) {
            rollbackReason = Optional.of(value);
            return this;
        }

        /**
         * {@return the options}
         *
         * @throws IllegalArgumentException if a number is out of its range
         */
        public TransferOptions build() {
            return new TransferOptions(
                    workers,
                    sample,
                    status,
                    stage,
                    owner,
                    limit,
                    failureShare,
                    deletes,
                    acceptMapping,
                    settle,
                    outage,
                    pauseFile,
                    rollbackReason);
        }
    }
}
