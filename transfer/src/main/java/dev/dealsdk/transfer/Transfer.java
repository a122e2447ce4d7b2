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
 * Transfers the deals of one account to another: {@link #plan} previews, {@link #run} writes, {@link #verify} compares, {@link
 * #rollback} undoes.
 *
 * <p>Immutable: each method that sets something returns a new instance. The store records every write before it is sent and again
 * after its result. A run that was interrupted or killed can therefore resume, and no deal is created twice. Only one process at a
 * time can use a store.
 *
 * <p>Each operation connects to the accounts, works in threads of its own, and returns when it has finished. An interrupt of the
 * calling thread lets the deals in progress finish; the operation then returns what it has done so far, and the thread's interrupt
 * flag stays set.
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
     * {@return a transfer from an account}
     *
     * @param source the account to read; it is never written
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
     * {@return this transfer with a target account; required}
     *
     * @param target the account to write. Its keys {@code deals.keep}, {@code deals.drop} and {@code deals.default} apply as in any
     *     program. With {@code deals.reference-field}, each deal stores the reference {@code provider:account:id} there, by which
     *     it is found again
     */
    public Transfer to(DealsConfig target) {
        return new Transfer(
                from, Objects.requireNonNull(target, "target"), mapping, store, options, listener, transformer);
    }

    /**
     * {@return this transfer with a mapping; {@link TransferMapping#empty} by default}
     *
     * @param decided how stages, owners, fields and closed deals are transferred
     */
    public Transfer mapping(TransferMapping decided) {
        return new Transfer(
                from, to, Objects.requireNonNull(decided, "decided"), store, options, listener, transformer);
    }

    /**
     * {@return this transfer with a store; required for everything but {@link #plan}}
     *
     * @param file created if it does not exist; a lock file with the suffix {@code .lock} is created beside it
     */
    public Transfer store(Path file) {
        return new Transfer(from, to, mapping, Objects.requireNonNull(file, "file"), options, listener, transformer);
    }

    /**
     * {@return this transfer with other options; {@link TransferOptions#defaults} by default}
     *
     * @param wanted which deals to process, and how
     */
    public Transfer options(TransferOptions wanted) {
        return new Transfer(from, to, mapping, store, Objects.requireNonNull(wanted, "wanted"), listener, transformer);
    }

    /**
     * {@return this transfer with a listener; none by default}
     *
     * @param hears called from several threads, one at a time
     */
    public Transfer listener(TransferListener hears) {
        return new Transfer(from, to, mapping, store, options, Objects.requireNonNull(hears, "hears"), transformer);
    }

    /**
     * {@return this transfer with a hook that changes or skips single deals; none by default}
     *
     * @param hook called from several threads at once
     */
    public Transfer transformer(DealTransformer hook) {
        return new Transfer(from, to, mapping, store, options, listener, Objects.requireNonNull(hook, "hook"));
    }

    /**
     * {@return what a run would do} Reads all deals of the source once, and the stages of the target. Writes nothing.
     *
     * @throws DealsException if an account cannot be read
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
     * {@return what the run has done} Creates the deals that the target lacks, and updates those that changed at the source since
     * the last run. If nothing has changed, it writes nothing.
     *
     * @throws TransferException if the mapping has open decisions, the store is in use or belongs to other accounts or another
     *     mapping, or the target cannot create deals
     * @throws DealsException if the source cannot be read
     */
    public RunReport run() {
        return work(work -> new Runner(work).run());
    }

    /**
     * {@return whether every deal of the source is at the target as expected} Reads both accounts and writes no deal. It may be
     * called at any time and any number of times.
     *
     * @throws TransferException if the mapping has open decisions, or the store is in use or belongs to other accounts or another
     *     mapping
     * @throws DealsException if an account cannot be read
     */
    public VerifyReport verify() {
        return work(work -> new Verifier(work).verify());
    }

    /**
     * {@return what the repair has done} Creates missing deals again, and overwrites deals that differ with the values of the
     * source, even if somebody changed them at the target.
     *
     * @param found the result of {@link #verify}
     * @throws TransferException as for {@link #run}
     */
    public RunReport repair(VerifyReport found) {
        return work(work -> new Runner(work).repair(found.failedSourceIds()));
    }

    /**
     * {@return what the rollback has done} Deletes the deals that this transfer created, unless they were changed since. If the
     * target cannot delete deals, open ones are closed as lost; all others are left alone and listed.
     *
     * @throws TransferException if the mapping has open decisions, or the store is in use or belongs to other accounts or another
     *     mapping
     */
    public RollbackReport rollback() {
        return work(work -> new Rollback(work).run());
    }

    /**
     * {@return how many deals the store has in each state} Reads the store alone and connects to no account.
     *
     * @throws TransferException if the store is in use or does not exist
     */
    public TransferStatus status() {
        return stored(opened -> {
            Map<TransferState, Long> counts = new EnumMap<>(TransferState.class);
            long[] open = new long[1];
            opened.each((id, deal) -> {
                counts.merge(deal.state(), 1L, Long::sum);
                boolean isOver = deal.done()
                        || deal.state() == TransferState.SKIPPED
                        || deal.state() == TransferState.ROLLED_BACK;
                open[0] += isOver ? 0 : 1;
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
     * {@return which deal of the source became which deal of the target, read from the store}
     *
     * @throws TransferException if the store is in use or does not exist
     */
    public Crosswalk crosswalk() {
        return stored(Crosswalk::of);
    }

    /**
     * {@return the failed deals of the store as CSV, with the header {@code source,target,state,reason}}
     *
     * @throws TransferException if the store is in use or does not exist
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
            throw new TransferException(
                    TransferException.Kind.STORE_UNUSABLE,
                    "the store " + file + " does not exist; check its path, or begin with a run");
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
                    TransferException.Kind.UNDECIDED,
                    "the mapping has open decisions; replace the ? of these keys",
                    List.copyOf(mapping.undecided()));
        }
    }

    private void requireStages(TargetStages stages) {
        List<String> unknown = mapping.lines().entrySet().stream()
                .filter(line -> line.getKey().startsWith("stage.")
                        && !line.getValue().equals(TransferMapping.TO_TARGET)
                        && !stages.isKnown(line.getValue()))
                .map(line -> line.getKey() + ": the target has no stage \"" + line.getValue()
                        + "\"; write the alias, name or id of one that it has")
                .toList();
        if (!unknown.isEmpty()) {
            throw new TransferException(TransferException.Kind.INVALID_MAPPING, TransferMapping.INVALID, unknown);
        }
    }

    private static void requireList(Side source) {
        if (!source.client().capabilities().supports(Operation.LIST)) {
            throw new TransferException(
                    TransferException.Kind.UNSUPPORTED,
                    "the source cannot list its deals: "
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
