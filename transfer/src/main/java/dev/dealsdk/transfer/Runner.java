package dev.dealsdk.transfer;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.transfer.Tally.Count;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Carries deals over: each one is created, then updated with what a create cannot take, then closed. */
final class Runner {
    private static final Duration PAUSE_LOOK = Duration.ofMillis(200);
    private static final int ROUNDS = 3;

    private final Workplace work;
    private final TransferStore store;
    private final Side source;
    private final Side target;
    private final DealConverter converter;
    private final TransferOptions options;
    private final ProgressMeter meter;
    private final Tally tally;
    private final Crew crew;
    private final Changes changes;
    private final Creation creation;
    private final Removals removals;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> later = ConcurrentHashMap.newKeySet();

    Runner(Workplace work) {
        this.work = work;
        this.store = work.store();
        this.source = work.source();
        this.target = work.target();
        this.converter = work.converter();
        this.options = work.options();
        this.meter = new ProgressMeter(work.listener(), "look up");
        this.tally = new Tally(work.listener(), meter, source.stop());
        this.crew = new Crew(options.workers(), tally);
        this.changes = new Changes(work, tally);
        this.creation = new Creation(work, tally, changes, later);
        this.removals = new Removals(work, tally);
    }

    RunReport run() {
        try (crew) {
            return runAll();
        }
    }

    private RunReport runAll() {
        requireCreate();
        new LookUp(work, tally, meter).lookUp();
        meter.phase("run");
        Set<Long> seen = new HashSet<>();
        boolean whole = pass(seen);
        again();
        if (whole && !options.isPartial() && !tally.isStopped()) {
            vanished(seen);
        }
        return finished();
    }

    /** Writes again what is missing or different at the target, whoever changed it. */
    RunReport repair(Set<String> sourceIds) {
        try (crew) {
            return repairAll(sourceIds);
        }
    }

    private RunReport repairAll(Set<String> sourceIds) {
        requireCreate();
        new LookUp(work, tally, meter).lookUp();
        meter.phase("repair");
        for (String id : sourceIds) {
            if (!crew.submit(() -> guarded(id, () -> repair(id)))) {
                break;
            }
        }
        crew.await();
        again();
        return finished();
    }

    private RunReport finished() {
        store.force();
        later.forEach(id -> {
            tally.add(Count.UNKNOWN);
            tally.issue(new TransferIssue(
                    Kind.UNKNOWN,
                    Optional.of(id),
                    store.find(id).flatMap(StoredDeal::targetId),
                    "the result of the last write is unknown; the next run checks the target before it writes again"));
        });
        meter.tell();
        return tally.report();
    }

    private void requireCreate() {
        if (!work.can().supports(Operation.CREATE)) {
            throw new TransferException(
                    TransferException.Kind.UNSUPPORTED,
                    "the target cannot create deals: " + work.can().explain(Operation.CREATE));
        }
    }

    /** Whether all deals of the source were seen. */
    private boolean pass(Set<Long> seen) {
        Reading reading = new Reading(source);
        boolean[] whole = {true};
        long[] taken = new long[1];
        Set<String> repeated = new TreeSet<>();
        try {
            reading.each(
                    options,
                    deal -> {
                        if (!seen.add(Fingerprints.hash(deal.id()))) {
                            if (options.limit().isEmpty()) {
                                repeated.add(deal.id());
                            }
                            return;
                        }
                        if (!options.takes(deal)
                                || options.limit()
                                        .filter(limit -> taken[0] >= limit)
                                        .isPresent()) {
                            return;
                        }
                        taken[0]++;
                        tally.add(Count.READ);
                        awaitResume();
                        if (!crew.submit(() -> {
                            guarded(deal.id(), () -> carry(deal));
                            meter.done(reading.total());
                        })) {
                            whole[0] = false;
                        }
                    },
                    problem -> {
                        whole[0] = false;
                        tally.add(Count.FAILED);
                        tally.issue(new TransferIssue(
                                Kind.UNREADABLE, Optional.empty(), Optional.empty(), problem.message()));
                    },
                    () -> !tally.isStopped()
                            && options.limit()
                                    .filter(limit -> taken[0] >= limit)
                                    .isEmpty());
        } catch (DealsException unread) {
            if (!tally.isStopped()) {
                crew.await();
                throw unread;
            }
        }
        crew.await();
        // Rows had moved while they were read, or one had the id of another deal: the deal itself tells.
        for (String id : repeated) {
            whole[0] &= crew.submit(() -> guarded(id, () -> carryIfTaken(source(id))));
        }
        crew.await();
        return whole[0] && !tally.isStopped();
    }

    private void awaitResume() {
        boolean told = false;
        while (Files.exists(work.pauseFile()) && !tally.isStopped()) {
            if (!told) {
                work.listener().waiting("run", "paused; remove " + work.pauseFile() + " to resume", PAUSE_LOOK);
                told = true;
            }
            boolean unused = source.stop().sleep(PAUSE_LOOK);
        }
        if (told) {
            work.listener().resumed("run");
        }
    }

    /** What was not known is looked up again when nothing can be under way any more, and then dealt with. */
    private void again() {
        for (int round = 1; round <= ROUNDS && !later.isEmpty() && !tally.isStopped(); round++) {
            work.listener()
                    .waiting(
                            "run",
                            Words.count(later.size(), "deal") + " without a result; the target is checked in "
                                    + Words.time(options.settle()),
                            options.settle());
            if (!source.stop().sleep(options.settle().plusMillis(1))) {
                return;
            }
            Set<String> ids = new TreeSet<>(later);
            try {
                new LookUp(work, tally, meter).lookUp();
            } catch (VendorUnavailableException | RateLimitedException away) {
                tally.stop("gave up waiting for a vendor; run again when it responds: " + away.getMessage());
                return;
            }
            later.clear();
            meter.phase("run");
            for (String id : ids) {
                boolean goesOn = crew.submit(() -> guarded(id, () -> carry(source(id))));
                if (!goesOn) {
                    later.add(id);
                }
            }
            crew.await();
        }
    }

    /** Two rows of one deal are not carried over at once; and whatever goes wrong with it costs this deal alone. */
    private void guarded(String id, Runnable task) {
        if (!underWay.add(id)) {
            return;
        }
        try {
            task.run();
        } catch (AuthenticationException unknown) {
            tally.stop(String.valueOf(unknown.getMessage()));
            store.find(id).filter(deal -> !deal.done()).ifPresent(unused -> later.add(id));
        } catch (DealsException failed) {
            fail(id, failed);
            boolean isBusy = failed instanceof VendorUnavailableException || failed instanceof RateLimitedException;
            if (isBusy && (source.isAway() || target.isAway())) {
                tally.stop("gave up waiting for a vendor; run again when it responds: " + failed.getMessage());
            }
        } catch (TransferException broken) {
            throw broken;
        } catch (RuntimeException unfit) {
            // Of a transformer, or of values that no request can hold.
            noteFailure(id, unfit.getClass().getSimpleName());
            tally.failed(
                    Kind.FAILED, id, store.find(id).flatMap(StoredDeal::targetId), String.valueOf(unfit.getMessage()));
        } finally {
            underWay.remove(id);
        }
        tally.judge(options.failureShare());
    }

    private void fail(String id, DealsException failed) {
        boolean isUnknown = failed.outcome() == Outcome.UNKNOWN || failed.outcome() == Outcome.APPLIED;
        Optional<StoredDeal> known = store.find(id);
        String reason = Workplace.reason(failed);
        if (known.filter(deal -> isUnknown || deal.isPending()).isPresent()) {
            store.put(id, known.get().failed(TransferState.UNKNOWN, reason));
            later.add(id);
            return;
        }
        noteFailure(id, reason);
        tally.failed(
                Kind.FAILED, id, store.find(id).flatMap(StoredDeal::targetId), String.valueOf(failed.getMessage()));
    }

    private void noteFailure(String id, String reason) {
        StoredDeal known = store.find(id).orElseGet(() -> StoredDeal.of(TransferState.FAILED));
        if (!known.done() && !known.isPending()) {
            store.put(id, known.failed(TransferState.FAILED, reason));
        }
    }

    private Deal source(String id) {
        return source.get(id);
    }

    private void carryIfTaken(Deal deal) {
        if (options.takes(deal)) {
            carry(deal);
        }
    }

    private void carry(Deal deal) {
        String id = deal.id();
        Conversion conversion = converter.convert(deal);
        Optional<StoredDeal> known = store.find(id);
        if (conversion.skipped().isPresent()) {
            tally.add(Count.SKIPPED);
            if (known.isEmpty()) {
                store.put(
                        id,
                        StoredDeal.of(TransferState.SKIPPED)
                                .failed(
                                        TransferState.SKIPPED,
                                        conversion.skipped().get()));
            }
            return;
        }
        if (!conversion.undecided().isEmpty()) {
            String keys = conversion.undecided().stream()
                    .map(Conversion.Undecided::key)
                    .collect(Collectors.joining(", "));
            if (known.filter(there -> there.targetId().isPresent() || there.isPending())
                    .isEmpty()) {
                store.put(id, StoredDeal.of(TransferState.FAILED).failed(TransferState.FAILED, "undecided"));
            }
            tally.add(Count.UNDECIDED);
            tally.failed(
                    Kind.UNDECIDED, id, known.flatMap(StoredDeal::targetId), "the mapping has no decision for " + keys);
            return;
        }
        if (known.isEmpty() || known.get().targetId().isEmpty()) {
            creation.createUnlessUnderWay(deal, conversion, known);
        } else if (known.get().done()) {
            changes.carry(id, conversion, known.get());
        } else {
            Optional<Deal> there = changes.atTarget(id, known.get());
            if (there.isPresent()) {
                creation.finish(id, known.get(), conversion, there.get());
                tally.add(Count.FOUND);
            }
        }
    }

    private void repair(String id) {
        Deal deal = source(id);
        Conversion conversion = converter.convert(deal);
        Optional<StoredDeal> known = store.find(id);
        if (conversion.skipped().isPresent()
                || !conversion.undecided().isEmpty()
                || known.flatMap(StoredDeal::targetId).isEmpty()) {
            carry(deal);
            return;
        }
        String targetId = known.get().targetId().orElseThrow();
        Deal there;
        try {
            there = target.get(targetId);
        } catch (DealNotFoundException deleted) {
            store.forget(id, Optional.of(targetId));
            creation.create(id, conversion, Optional.empty());
            return;
        }
        changes.overwrite(id, conversion, known.get(), there);
    }

    /** Deals that were carried over and that the source does not list any more. */
    private void vanished(Set<Long> seen) {
        List<String> gone = new ArrayList<>();
        store.each((id, deal) -> {
            if (deal.targetId().isPresent() && !seen.contains(Fingerprints.hash(id))) {
                gone.add(id);
            }
        });
        for (String id : gone) {
            if (tally.isStopped()) {
                return;
            }
            guarded(id, () -> removals.check(id));
        }
    }
}
