package dev.dealsdk.transfer;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A move of the deals of one account to another: {@link #plan} reads, {@link #run} writes, {@link #verify} proves, {@link #rollback}
 * takes back. Immutable; each method that sets something returns a new one.
 *
 * <p>Every write is noted in the store before it is sent and after its result, so that a run that was killed goes on where it was
 * and creates nothing twice. Each call connects, works in its own threads, and returns when all is done; an interrupt of the calling
 * thread lets the deals under way come to their end and returns with what was done. One process at a time has the store.
 */
public final class Transfer {
    private final DealsConfig from;
    private final @Nullable DealsConfig to;
    private final TransferMapping mapping;
    private final @Nullable Path store;
    private final TransferOptions options;
    private final TransferListener listener;
    private final @Nullable DealTransformer transformer;

    private Transfer(
            DealsConfig from,
            @Nullable DealsConfig to,
            TransferMapping mapping,
            @Nullable Path store,
            TransferOptions options,
            TransferListener listener,
            @Nullable DealTransformer transformer) {
        this.from = from;
        this.to = to;
        this.mapping = mapping;
        this.store = store;
        this.options = options;
        this.listener = listener;
        this.transformer = transformer;
    }

    /**
     * {@return a transfer out of an account}
     *
     * @param source the account that is read; nothing is ever written there
     */
    public static Transfer from(DealsConfig source) {
        return new Transfer(
                Objects.requireNonNull(source, "source"),
                null,
                TransferMapping.empty(),
                null,
                TransferOptions.defaults(),
                TransferListener.NONE,
                null);
    }

    /**
     * {@return the same with an account to write to; mandatory}
     *
     * @param target its bridging keys apply as for any program. With {@code deals.reference-field} each deal keeps the reference
     *     {@code provider:account:id} there, by which it is found again
     */
    public Transfer to(DealsConfig target) {
        return new Transfer(
                from, Objects.requireNonNull(target, "target"), mapping, store, options, listener, transformer);
    }

    /**
     * {@return the same with a mapping; an empty one by default}
     *
     * @param decided what becomes of what differs
     */
    public Transfer mapping(TransferMapping decided) {
        return new Transfer(
                from, to, Objects.requireNonNull(decided, "decided"), store, options, listener, transformer);
    }

    /**
     * {@return the same with a store; mandatory for all but {@link #plan}}
     *
     * @param file is made if it is not there; beside it stands one with {@code .lock}
     */
    public Transfer store(Path file) {
        return new Transfer(from, to, mapping, Objects.requireNonNull(file, "file"), options, listener, transformer);
    }

    /**
     * {@return the same with other options; {@link TransferOptions#defaults} by default}
     *
     * @param wanted how to go about it
     */
    public Transfer options(TransferOptions wanted) {
        return new Transfer(from, to, mapping, store, Objects.requireNonNull(wanted, "wanted"), listener, transformer);
    }

    /**
     * {@return the same with a listener; none by default}
     *
     * @param hears called by one thread at a time
     */
    public Transfer listener(TransferListener hears) {
        return new Transfer(from, to, mapping, store, options, Objects.requireNonNull(hears, "hears"), transformer);
    }

    /**
     * {@return the same with a hook for what a file cannot say; none by default}
     *
     * @param hook used by several threads at once
     */
    public Transfer transformer(DealTransformer hook) {
        return new Transfer(from, to, mapping, store, options, listener, Objects.requireNonNull(hook, "hook"));
    }

    /**
     * {@return what a run would do} Reads the source once, and the stages of the target; writes nothing anywhere.
     *
     * @throws DealsException if either account cannot be read
     * @throws TransferException if the source cannot list its deals
     */
    public TransferPlan plan() {
        return apart(this::plan);
    }

    private TransferPlan plan(StopSignal stop) {
        try (Side source = source(stop);
                Side target = target(stop)) {
            requireList(source);
            TargetStages stages = target.read(() -> TargetStages.of(target.config(), target.client()));
            return new Planner(
                            source,
                            target,
                            mapping,
                            options,
                            converter(target, stages),
                            stages,
                            new ProgressMeter(told(), "plan"))
                    .plan();
        }
    }

    /**
     * {@return what was done} Carries over what is not there yet, and what has changed since the last run; over a finished store it
     * writes nothing.
     *
     * @throws TransferException if the mapping leaves something open, the store is in use or of another transfer, or the target cannot
     *     create deals
     * @throws DealsException if the source cannot be read
     */
    public RunReport run() {
        return work(work -> new Runner(work).run());
    }

    /**
     * {@return whether every deal of the source is at the target as it should be} Reads both sides; may be called at any time, as
     * often as one likes.
     *
     * @throws TransferException if the store is in use or of another transfer
     * @throws DealsException if either account cannot be read
     */
    public VerifyReport verify() {
        return work(work -> new Verifier(work).verify());
    }

    /**
     * {@return what was done} Writes again what a verification found missing or different, whoever changed it.
     *
     * @param found what {@link #verify} returned
     * @throws TransferException as of {@link #run}
     */
    public RunReport repair(VerifyReport found) {
        return work(work -> new Runner(work).repair(found.failedSourceIds()));
    }

    /**
     * {@return what was done} Takes back what the store says was created and nobody changed since: deletes it, or loses it where the
     * target deletes nothing, or lists it.
     *
     * @throws TransferException if the store is in use or of another transfer
     */
    public RollbackReport rollback() {
        return work(work -> new Rollback(work).run());
    }

    /**
     * {@return how many deals are in which state} Connects with nobody.
     *
     * @throws TransferException if the store is in use, or not there
     */
    public TransferStatus status() {
        return stored(opened -> {
            Map<TransferState, Long> counts = new EnumMap<>(TransferState.class);
            long[] open = new long[1];
            opened.each((id, deal) -> {
                counts.merge(deal.state(), 1L, Long::sum);
                open[0] += deal.done() || deal.state() == TransferState.SKIPPED ? 0 : 1;
            });
            return new TransferStatus(
                    opened.about(Workplace.SOURCE).orElse("?"),
                    opened.about(Workplace.TARGET).orElse("?"),
                    opened.size(),
                    counts,
                    open[0]);
        });
    }

    /**
     * {@return the cross-walk of the store: which deal has become which}
     *
     * @throws TransferException if the store is in use, or not there
     */
    public Crosswalk crosswalk() {
        return stored(Crosswalk::of);
    }

    /**
     * {@return the failures of the store as CSV, with a head line: source id, target id, state, reason}
     *
     * @throws TransferException if the store is in use, or not there
     */
    public String failures() {
        return stored(opened -> {
            StringBuilder csv = new StringBuilder("source,target,state,reason\n");
            opened.each((id, deal) -> {
                if (deal.reason().isPresent() || deal.isPending()) {
                    csv.append(Crosswalk.csv(
                            id,
                            deal.targetId().orElse(""),
                            deal.state().name(),
                            deal.reason().orElse("")));
                }
            });
            return csv.toString();
        });
    }

    private <T> T stored(Function<TransferStore, T> look) {
        Path file = file();
        if (!Files.exists(file)) {
            throw new TransferException(TransferException.Kind.STORE_UNUSABLE, "there is no store " + file);
        }
        try (TransferStore opened = TransferStore.open(file)) {
            return look.apply(opened);
        }
    }

    private <T> T work(Function<Workplace, T> task) {
        requireDecided();
        return apart(stop -> work(task, stop));
    }

    /**
     * Does a task in a thread that nobody interrupts, since an interrupt would close the file of the store. One of the caller is
     * passed on as a wish to stop, and kept.
     */
    private static <T> T apart(Function<StopSignal, T> task) {
        StopSignal stop = new StopSignal();
        FutureTask<T> work = new FutureTask<>(() -> task.apply(stop));
        Thread thread = new Thread(work, "deals-transfer");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException wish) {
                    interrupted = true;
                    stop.stop();
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T work(Function<Workplace, T> task, StopSignal stop) {
        try (TransferStore opened = TransferStore.open(file());
                Side source = source(stop);
                Side target = target(stop)) {
            requireList(source);
            TargetStages stages = target.read(() -> TargetStages.of(target.config(), target.client()));
            requireStages(stages);
            Workplace work =
                    new Workplace(source, target, opened, file(), mapping, options, converter(target, stages), told());
            work.bind();
            return task.apply(work);
        }
    }

    private void requireDecided() {
        if (!mapping.undecided().isEmpty()) {
            throw new TransferException(
                    TransferException.Kind.UNDECIDED, "the mapping leaves open", List.copyOf(mapping.undecided()));
        }
    }

    private void requireStages(TargetStages stages) {
        List<String> unknown = mapping.lines().entrySet().stream()
                .filter(line -> line.getKey().startsWith("stage.")
                        && !line.getValue().equals(TransferMapping.TO_TARGET)
                        && !stages.isKnown(line.getValue()))
                .map(line -> line.getKey() + ": the target has no stage \"" + line.getValue() + "\"")
                .toList();
        if (!unknown.isEmpty()) {
            throw new TransferException(TransferException.Kind.INVALID_MAPPING, "the mapping cannot be used", unknown);
        }
    }

    private static void requireList(Side source) {
        if (!source.client().capabilities().supports(Operation.LIST)) {
            throw new TransferException(
                    TransferException.Kind.UNSUPPORTED,
                    "the deals of the source cannot be listed: "
                            + source.client().capabilities().explain(Operation.LIST));
        }
    }

    private Side source(StopSignal stop) {
        return new Side("source", from, options, told(), stop);
    }

    private Side target(StopSignal stop) {
        if (to == null) {
            throw new IllegalStateException("the transfer has no target; call to(DealsConfig)");
        }
        return new Side("target", to, options, told(), stop);
    }

    private Path file() {
        if (store == null) {
            throw new IllegalStateException("the transfer has no store; call store(Path)");
        }
        return store;
    }

    private DealConverter converter(Side target, TargetStages stages) {
        return new DealConverter(mapping, target.client().capabilities(), target.config(), stages, transformer);
    }

    /** One thread at a time. */
    private TransferListener told() {
        return new TransferListener() {
            @Override
            public void progress(Progress progress) {
                synchronized (listener) {
                    listener.progress(progress);
                }
            }

            @Override
            public void waiting(String side, String reason, java.time.Duration wait) {
                synchronized (listener) {
                    listener.waiting(side, reason, wait);
                }
            }

            @Override
            public void resumed(String side) {
                synchronized (listener) {
                    listener.resumed(side);
                }
            }

            @Override
            public void issue(TransferIssue issue) {
                synchronized (listener) {
                    listener.issue(issue);
                }
            }
        };
    }

    @Override
    public String toString() {
        return "Transfer{from=" + from.provider().orElse("?") + ", to="
                + Optional.ofNullable(to).flatMap(DealsConfig::provider).orElse("?") + ", store=" + store + '}';
    }
}
