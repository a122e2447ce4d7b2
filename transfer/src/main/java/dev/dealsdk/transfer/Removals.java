package dev.dealsdk.transfer;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.Operation;
import dev.dealsdk.transfer.Tally.Count;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.util.Optional;

/** Deals that were carried over and that the source does not list any more. Safe to share between threads. */
final class Removals {
    private final Workplace work;
    private final TransferStore store;
    private final Side source;
    private final Side target;
    private final Capabilities can;
    private final Tally tally;

    Removals(Workplace work, Tally tally) {
        this.work = work;
        this.store = work.store();
        this.source = work.source();
        this.target = work.target();
        this.can = work.can();
        this.tally = tally;
    }

    /** Says so if a deal is really gone, and deletes it at the target if that is wanted. */
    void check(String id) {
        try {
            Deal unused = source.get(id);
            // The rows had shifted while they were read.
            return;
        } catch (DealNotFoundException confirmed) {
            tally.add(Count.VANISHED);
        }
        StoredDeal known = store.find(id).orElseThrow();
        String targetId = known.targetId().orElseThrow();
        String what = "no longer exists at the source";
        if (work.options().deletes()) {
            what += deleted(id, known, targetId);
        }
        tally.issue(new TransferIssue(Kind.VANISHED, Optional.of(id), Optional.of(targetId), what));
    }

    private String deleted(String id, StoredDeal known, String targetId) {
        if (!can.supports(Operation.DELETE)) {
            return "; not deleted at the target, which cannot delete deals: " + can.explain(Operation.DELETE);
        }
        try {
            Deal there = target.get(targetId);
            if (!work.shown(there).equals(known.target())) {
                return "; not deleted at the target, where it was changed after the transfer";
            }
            target.write(() -> {
                target.client().delete(targetId);
                return true;
            });
        } catch (DealNotFoundException gone) {
            // Somebody was first.
        }
        store.forget(id, Optional.of(targetId));
        store.force();
        tally.add(Count.DELETED);
        return "; deleted at the target";
    }
}
