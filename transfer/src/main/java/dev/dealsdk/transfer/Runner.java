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

/** Runs a transfer: chooses the deals, transfers several at a time, and resolves writes without a result. */
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

    /** Rewrites what is missing or different at the target, even if someone changed it there. */
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

    /** Reads the source and transfers its deals; returns whether every deal was read. */
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
        // Rows shifted during the listing, or one had the id of another deal: read the deal itself.
        for (String id : repeated) {
            whole[0] &= crew.submit(() -> guarded(id, () -> carryIfTaken(source.get(id))));
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

    /** Waits until no write can be in progress, looks up the writes without a result, and finishes those deals. */
    private void again() {
        for (int round = 1; round <= ROUNDS && !later.isEmpty() && !tally.isStopped(); round++) {
            if (!work.settle(
                    options.settle(),
                    Words.count(later.size(), "deal") + " without a result; the target is checked in "
                            + Words.time(options.settle()))) {
                return;
            }
            Set<String> ids = new TreeSet<>(later);
            try {
                new LookUp(work, tally, meter).lookUp();
            } catch (VendorUnavailableException | RateLimitedException away) {
                gaveUp(away);
                return;
            }
            later.clear();
            meter.phase("run");
            for (String id : ids) {
                boolean goesOn = crew.submit(() -> guarded(id, () -> carry(source.get(id))));
                if (!goesOn) {
                    later.add(id);
                }
            }
            crew.await();
        }
    }

    /** Transfers one deal; never two rows of it at once, and a failure affects only this deal. */
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
                gaveUp(failed);
            }
        } catch (TransferException broken) {
            throw broken;
        } catch (RuntimeException unfit) {
            // Thrown by a transformer, or by values that no request can contain.
            noteFailure(
                    id,
                    "the transformer or a value is invalid: " + unfit.getClass().getSimpleName());
            tally.failed(
                    Kind.FAILED, id, store.find(id).flatMap(StoredDeal::targetId), String.valueOf(unfit.getMessage()));
        } finally {
            underWay.remove(id);
        }
        tally.judge(options.failureShare());
    }

    private void gaveUp(DealsException away) {
        tally.stop("gave up waiting for a vendor; run again when it responds: " + away.getMessage());
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
            String decisions = conversion.undecided().stream()
                    .map(open -> open.key() + " (" + open.why() + ")")
                    .collect(Collectors.joining(", "));
            if (known.filter(there -> there.targetId().isPresent() || there.isPending())
                    .isEmpty()) {
                // Without the keys, which may contain the text of a reason.
                store.put(
                        id,
                        StoredDeal.of(TransferState.FAILED)
                                .failed(TransferState.FAILED, "the mapping lacks a decision, which a plan lists"));
            }
            tally.add(Count.UNDECIDED);
            tally.failed(Kind.UNDECIDED, id, known.flatMap(StoredDeal::targetId), "needs a decision for " + decisions);
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
        Deal deal = source.get(id);
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

    /** Handles transferred deals that the source no longer lists. */
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
