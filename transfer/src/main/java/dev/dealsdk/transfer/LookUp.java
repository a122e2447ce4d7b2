package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.Operation;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what became of creates without a result, by one complete pass over the deals of the target: by reference where the target
 * keeps references, else by contents among the deals that were not there before the transfer. A new store is filled with the deals that
 * an earlier one had made.
 */
final class LookUp {
    private static final String LOOKED = "looked";
    private static final String AMBIGUOUS = "several deals at the target have these contents";

    private final Workplace work;
    private final TransferStore store;
    private final Tally tally;
    private final ProgressMeter meter;

    LookUp(Workplace work, Tally tally, ProgressMeter meter) {
        this.work = work;
        this.store = work.store();
        this.tally = tally;
        this.meter = meter;
    }

    void lookUp() {
        Map<String, StoredDeal> pending = new LinkedHashMap<>();
        store.each((id, deal) -> {
            if (deal.isPending()) {
                pending.put(id, deal);
            }
        });
        boolean isFirst = store.about(LOOKED).isEmpty();
        if ((pending.isEmpty() && !isFirst) || !work.can().supports(Operation.LIST)) {
            return;
        }
        meter.phase("look up");
        boolean isComplete = work.keepsReferences() ? byReference() : isFirst ? noteEarlier() : byContents(pending);
        if (!isComplete && tally.isStopped()) {
            return;
        }
        if (!isComplete) {
            // What was not read may be what is looked for: nothing is concluded, and the next run looks again.
            tally.issue(new TransferIssue(
                    Kind.UNREADABLE,
                    Optional.empty(),
                    Optional.empty(),
                    "some deals of the target cannot be read; creates without a result stay unknown until a run reads them all"));
            return;
        }
        store.about(LOOKED, "yes");
        for (String id : pending.keySet()) {
            store.find(id).filter(StoredDeal::isPending).ifPresent(absent -> absent(id, absent));
        }
        store.force();
    }

    /** It is not there. When nothing can be under way any more, it may be created. */
    private void absent(String id, StoredDeal deal) {
        boolean settled = System.currentTimeMillis() - deal.intentAt()
                >= work.options().settle().toMillis();
        if (settled && (work.keepsReferences() || isTellable(deal))) {
            store.put(
                    id,
                    deal.hasLiveKey()
                            ? deal
                            : StoredDeal.of(TransferState.FAILED).failed(TransferState.FAILED, "not found at the target"));
        }
    }

    private static boolean isTellable(StoredDeal deal) {
        return deal.reason().filter(AMBIGUOUS::equals).isEmpty();
    }

    private boolean each(java.util.function.Consumer<Deal> consumer) {
        boolean[] complete = {true};
        Reading reading = new Reading(work.target());
        reading.each(
                TransferOptions.defaults(),
                deal -> {
                    consumer.accept(deal);
                    meter.done(reading.total());
                },
                problem -> complete[0] = false,
                () -> !tally.isStopped());
        return complete[0] && !tally.isStopped();
    }

    private boolean byReference() {
        Map<String, String> found = new HashMap<>();
        return each(deal -> work.sourceIdIn(deal).ifPresent(sourceId -> {
            Optional<StoredDeal> known = store.find(sourceId);
            Optional<String> targetId =
                    known.flatMap(StoredDeal::targetId).or(() -> Optional.ofNullable(found.get(sourceId)));
            if (targetId.isPresent()) {
                if (!targetId.get().equals(deal.id())) {
                    tally.issue(new TransferIssue(
                            Kind.DUPLICATE,
                            Optional.of(sourceId),
                            Optional.of(deal.id()),
                            "has the same reference as " + targetId.get()
                                    + "; one was probably copied from the other"));
                }
                return;
            }
            if (known.filter(earlier -> earlier.state() == TransferState.ROLLED_BACK)
                    .isPresent()) {
                return;
            }
            found.put(sourceId, deal.id());
            adopt(sourceId, known, deal);
        }));
    }

    private void adopt(String sourceId, Optional<StoredDeal> known, Deal deal) {
        store.put(
                sourceId,
                known.orElseGet(() -> StoredDeal.of(TransferState.CREATED)).created(deal.id(), work.shown(deal)));
    }

    /** The deals that the target had before are none of ours, whatever they look like. */
    private boolean noteEarlier() {
        return each(deal -> store.earlier(deal.id()));
    }

    private boolean byContents(Map<String, StoredDeal> pending) {
        Map<Integer, String> names = store.fields();
        Map<String, List<Deal>> candidates = new HashMap<>();
        boolean complete = each(deal -> {
            if (store.isEarlier(deal.id()) || store.sourceOf(deal.id()).isPresent()) {
                return;
            }
            Map<Integer, Integer> shown = work.shown(deal);
            pending.forEach((id, intent) -> {
                if (isMadeOf(intent, shown, names)) {
                    candidates.computeIfAbsent(id, unused -> new ArrayList<>()).add(deal);
                }
            });
        });
        Map<String, Integer> claims = new HashMap<>();
        candidates.values().forEach(deals -> deals.forEach(deal -> claims.merge(deal.id(), 1, Integer::sum)));
        pending.forEach((id, deal) -> {
            List<Deal> found = candidates.getOrDefault(id, List.of());
            boolean isOne =
                    found.size() == 1 && claims.getOrDefault(found.get(0).id(), 0) == 1;
            if (isOne) {
                adopt(id, Optional.of(deal), found.get(0));
            } else if (!found.isEmpty()) {
                store.put(id, deal.failed(TransferState.UNKNOWN, AMBIGUOUS));
            }
        });
        return complete;
    }

    /** Whether a deal shows what a create had set, whatever the source is like now. */
    private boolean isMadeOf(StoredDeal intent, Map<Integer, Integer> shown, Map<Integer, String> names) {
        return intent.source().entrySet().stream()
                .filter(field -> work.converter().atCreate(String.valueOf(names.get(field.getKey()))))
                .allMatch(field -> field.getValue().equals(shown.getOrDefault(field.getKey(), field.getValue())));
    }
}
