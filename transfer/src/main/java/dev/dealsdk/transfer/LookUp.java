package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.Operation;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks up creates without a result in complete listings of the target: by reference where the target stores references, otherwise by
 * contents among the deals that did not exist before the transfer. For a new store it also finds the deals that a lost store had
 * recorded.
 *
 * <p>A row of a list is only a hint: a match is confirmed by reading the deal by its id. A create counts as not applied only if two
 * listings do not contain the deal that both began after the vendor can no longer have been processing the request.
 */
final class LookUp {
    private static final String LOOKED = "looked";
    private static final String AMBIGUOUS = "several deals at the target have these contents";
    private static final String UNREADABLE = "the target has a record with its reference that cannot be read";
    private static final int MOST_COPIES = 1_000;

    private final Workplace work;
    private final TransferStore store;
    private final Tally tally;
    private final ProgressMeter meter;
    /** Source ids of deals that may be at the target although the listings do not show them. */
    private final Set<String> doubtful = new HashSet<>();

    /** Hashes of the source ids of deals that this look-up found by a row alone; unused in a new store, where that goes for all. */
    private final Set<Long> adopted = new HashSet<>();
    /** Whether the store is new, or no look-up has finished since it was. */
    private final boolean isFirst;

    LookUp(Workplace work, Tally tally, ProgressMeter meter) {
        this.work = work;
        this.store = work.store();
        this.tally = tally;
        this.meter = meter;
        this.isFirst = store.about(LOOKED).isEmpty();
    }

    void lookUp() {
        Map<String, StoredDeal> pending = pending();
        if ((pending.isEmpty() && !isFirst) || !work.can().supports(Operation.LIST)) {
            return;
        }
        meter.phase("look up");
        long began = System.currentTimeMillis();
        if (!pass(pending)) {
            incomplete();
            return;
        }
        boolean isStoreLost = isFirst && store.size() > 0;
        if (isStoreLost && !awaitLateWrites()) {
            return;
        }
        if (isStoreLost || !absent(began).isEmpty()) {
            // A listing skips a row if someone deletes an earlier one between two pages.
            if (!pass(pending())) {
                incomplete();
                return;
            }
            absent(began).forEach(this::notThere);
        }
        store.about(LOOKED, "yes");
        store.force();
    }

    /** A lost store does not say which writes had no result; returns false if stopped. */
    private boolean awaitLateWrites() {
        Duration time = work.underWayFor();
        return time.isNegative()
                || time.isZero()
                || work.settle(
                        time,
                        "found deals of an earlier run that this store does not know; the target is listed again in "
                                + Words.time(time) + ", when the last writes of that run are visible");
    }

    private Map<String, StoredDeal> pending() {
        Map<String, StoredDeal> pending = new LinkedHashMap<>();
        store.each((id, deal) -> {
            if (deal.isPending()) {
                pending.put(id, deal);
            }
        });
        return pending;
    }

    /** Creates that were not found, and that the vendor can no longer have been processing when this look-up began. */
    private Map<String, StoredDeal> absent(long began) {
        Map<String, StoredDeal> absent = pending();
        absent.entrySet()
                .removeIf(deal -> doubtful.contains(deal.getKey())
                        || work.mayBeUnderWay(deal.getValue(), began)
                        || !(work.keepsReferences() || isTellable(deal.getValue())));
        return absent;
    }

    private static boolean isTellable(StoredDeal deal) {
        return deal.reason().filter(AMBIGUOUS::equals).isEmpty();
    }

    /** Allows the create to be sent again; under the same key while the vendor remembers it. */
    private void notThere(String id, StoredDeal deal) {
        if (!deal.hasLiveKey()) {
            store.put(id, StoredDeal.of(TransferState.FAILED).failed(TransferState.FAILED, "not found at the target"));
        }
    }

    private void incomplete() {
        if (tally.isStopped()) {
            return;
        }
        // The unread part may contain the deals in question: conclude nothing, and let the next run look again.
        String message =
                "some deals of the target cannot be read; creates without a result stay unknown until a run reads them all";
        tally.issue(new TransferIssue(Kind.UNREADABLE, Optional.empty(), Optional.empty(), message));
        if (isFirst) {
            tally.stop(
                    "a page of the target cannot be read and may contain deals of an earlier run; nothing was created");
        }
    }

    /** Reads the target once; returns whether every deal was read. */
    private boolean pass(Map<String, StoredDeal> pending) {
        return work.keepsReferences()
                ? byReference()
                : isFirst ? each(deal -> store.earlier(deal.id()), none -> true) : byContents(pending);
    }

    /**
     * The first look-up accepts counters that contradict each other: a listing ends with an empty page then, and has its deals.
     *
     * @param harmless decides whether a listing with this unreadable record still counts as complete
     */
    private boolean each(Consumer<Deal> consumer, Predicate<RecordProblem> harmless) {
        boolean[] complete = {true};
        Reading reading = new Reading(work.target());
        reading.each(
                TransferOptions.defaults(),
                deal -> {
                    consumer.accept(deal);
                    meter.done(reading.total());
                },
                problem -> complete[0] &=
                        problem.isOfPage() ? isFirst && !reading.hasUnreadPage() : harmless.test(problem),
                () -> !tally.isStopped());
        return complete[0] && !tally.isStopped();
    }

    private Optional<Deal> read(String targetId) {
        try {
            return Optional.of(work.target().get(targetId));
        } catch (DealNotFoundException absent) {
            return Optional.empty();
        }
    }

    private boolean byReference() {
        Set<Long> seen = new HashSet<>();
        Set<String> doubtfulIds = new LinkedHashSet<>();
        Map<String, String> candidates = new LinkedHashMap<>();
        Map<String, String> copies = new LinkedHashMap<>();
        boolean complete = each(
                deal -> {
                    Optional<String> sourceId = work.sourceIdIn(deal);
                    if (!seen.add(Fingerprints.hash(deal.id())) || isAnothers(deal.id(), sourceId)) {
                        doubtfulIds.add(deal.id());
                    } else if (sourceId.isPresent()) {
                        found(sourceId.get(), deal, candidates, copies);
                    } else if (isFirst) {
                        store.earlier(deal.id());
                    }
                },
                this::isNoneOfOurs);
        doubtfulIds.forEach(this::reread);
        candidates.forEach((sourceId, targetId) -> {
            Optional<Deal> there = read(targetId).filter(deal -> isOf(sourceId, deal));
            there.ifPresentOrElse(deal -> adopt(sourceId, deal), () -> doubtful.add(sourceId));
        });
        copies.forEach((targetId, sourceId) -> copied(sourceId, targetId));
        return complete;
    }

    /** Whether this look-up has found the id with the reference of another deal before. */
    private boolean isAnothers(String targetId, Optional<String> sourceId) {
        return store.sourceOf(targetId)
                .filter(earlier -> !sourceId.equals(Optional.of(earlier)) && isAdopted(earlier))
                .isPresent();
    }

    private boolean isAdopted(String sourceId) {
        return isFirst || adopted.contains(Fingerprints.hash(sourceId));
    }

    private boolean isOf(String sourceId, Deal atTarget) {
        return work.sourceIdIn(atTarget).filter(sourceId::equals).isPresent();
    }

    private void found(String sourceId, Deal deal, Map<String, String> candidates, Map<String, String> copies) {
        Optional<StoredDeal> known = store.find(sourceId);
        Optional<String> targetId =
                known.flatMap(StoredDeal::targetId).or(() -> Optional.ofNullable(candidates.get(sourceId)));
        if (targetId.isPresent()) {
            if (!targetId.get().equals(deal.id()) && copies.size() < MOST_COPIES) {
                copies.put(deal.id(), sourceId);
            }
        } else if (known.isEmpty()) {
            adopt(sourceId, deal);
        } else if (known.get().state() != TransferState.ROLLED_BACK) {
            candidates.put(sourceId, deal.id());
        }
    }

    /**
     * Reads a deal whose row is in doubt: two rows had the same id, or two ids had the same reference. Rows shift during a listing, and
     * a row may have the id of another deal.
     */
    private void reread(String targetId) {
        Optional<Deal> there = read(targetId);
        store.sourceOf(targetId)
                .filter(sourceId -> there.filter(deal -> isOf(sourceId, deal)).isEmpty())
                .filter(this::isAdopted)
                .ifPresent(sourceId -> {
                    // The deal exists at the target under an unknown id.
                    store.forget(sourceId, Optional.of(targetId));
                    store.put(sourceId, StoredDeal.intent(System.currentTimeMillis(), Optional.empty(), Map.of()));
                    doubtful.add(sourceId);
                });
        there.flatMap(work::sourceIdIn)
                .filter(sourceId -> store.find(sourceId)
                        .filter(known -> known.targetId().isPresent() || known.state() == TransferState.ROLLED_BACK)
                        .isEmpty())
                .ifPresent(sourceId -> adopt(sourceId, there.orElseThrow()));
    }

    /** Handles a second id with the reference of a deal that has one: believes the one whose deal has the reference, or reports both. */
    private void copied(String sourceId, String targetId) {
        targetOf(sourceId).ifPresent(this::reread);
        reread(targetId);
        Optional<String> known = targetOf(sourceId).filter(id -> !id.equals(targetId));
        if (known.isPresent()
                && read(targetId).filter(deal -> isOf(sourceId, deal)).isPresent()) {
            tally.issue(new TransferIssue(
                    Kind.DUPLICATE,
                    Optional.of(sourceId),
                    Optional.of(targetId),
                    "has the same reference as " + known.get() + "; one was probably copied from the other"));
        }
    }

    private Optional<String> targetOf(String sourceId) {
        return store.find(sourceId).flatMap(StoredDeal::targetId);
    }

    /** Handles an unreadable record. If it has a reference of this transfer, its deal exists and is not created again. */
    private boolean isNoneOfOurs(RecordProblem unreadable) {
        work.sourceIdIn(unreadable.rawJson())
                .filter(sourceId -> store.find(sourceId).isEmpty())
                .ifPresent(sourceId -> store.put(
                        sourceId,
                        StoredDeal.intent(System.currentTimeMillis(), Optional.empty(), Map.of())
                                .failed(TransferState.UNKNOWN, UNREADABLE)));
        work.sourceIdIn(unreadable.rawJson()).ifPresent(doubtful::add);
        return true;
    }

    private void adopt(String sourceId, Deal deal) {
        if (!isFirst) {
            adopted.add(Fingerprints.hash(sourceId));
        }
        store.put(
                sourceId,
                store.find(sourceId)
                        .orElseGet(() -> StoredDeal.of(TransferState.CREATED))
                        .created(deal.id(), work.shown(deal)));
    }

    private boolean byContents(Map<String, StoredDeal> pending) {
        Map<String, List<String>> candidates = new HashMap<>();
        boolean complete = each(
                deal -> {
                    if (store.isEarlier(deal.id()) || store.sourceOf(deal.id()).isPresent()) {
                        return;
                    }
                    Map<Integer, Integer> shown = work.shown(deal);
                    pending.forEach((id, intent) -> {
                        if (isMadeOf(intent, shown)) {
                            candidates
                                    .computeIfAbsent(id, unused -> new ArrayList<>())
                                    .add(deal.id());
                        }
                    });
                },
                unreadable -> false);
        Map<String, Integer> claims = new HashMap<>();
        candidates.values().forEach(deals -> deals.forEach(id -> claims.merge(id, 1, Integer::sum)));
        candidates.forEach((id, found) -> {
            StoredDeal intent = store.find(id).orElseThrow();
            if (found.size() > 1 || claims.getOrDefault(found.get(0), 0) > 1) {
                store.put(id, intent.failed(TransferState.UNKNOWN, AMBIGUOUS));
                return;
            }
            read(found.get(0))
                    .filter(deal -> isMadeOf(intent, work.shown(deal)))
                    .ifPresentOrElse(deal -> adopt(id, deal), () -> doubtful.add(id));
        });
        return complete;
    }

    /** Whether a deal shows the fields that the create sent, even if the source has changed since. */
    private boolean isMadeOf(StoredDeal intent, Map<Integer, Integer> shown) {
        Map<Integer, String> names = store.fields();
        return intent.source().entrySet().stream()
                .filter(field -> work.converter().atCreate(String.valueOf(names.get(field.getKey()))))
                .allMatch(field -> field.getValue().equals(shown.getOrDefault(field.getKey(), field.getValue())));
    }
}
