package dev.dealsdk.transfer;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Operation;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Removes the deals that a transfer created, according to the store. */
final class Rollback {
    private final Workplace work;
    private final TransferStore store;
    private final Side target;
    private final ProgressMeter meter;
    private final Tally tally;
    private final Crew crew;
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong gone = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    Rollback(Workplace work) {
        this.work = work;
        this.store = work.store();
        this.target = work.target();
        this.meter = new ProgressMeter(work.listener(), "rollback");
        this.tally = new Tally(work.listener(), meter, target.stop());
        this.crew = new Crew(work.options().workers(), tally);
    }

    RollbackReport run() {
        // Deals of creates without a result belong to the transfer as well.
        new LookUp(work, tally, meter).lookUp();
        meter.phase("rollback");
        List<String> ids = new ArrayList<>();
        store.each((id, deal) -> {
            if (deal.isPending()) {
                issue(Kind.UNKNOWN, id, Optional.empty(), "may have been created; look for it at the target");
                left.incrementAndGet();
            } else if (deal.targetId().isPresent() && deal.state() != TransferState.ROLLED_BACK) {
                ids.add(id);
            }
        });
        Optional<Long> total = Optional.of((long) ids.size());
        try (crew) {
            for (String id : ids) {
                boolean goesOn = crew.submit(() -> {
                    takeBack(id, store.find(id).orElseThrow());
                    meter.done(total);
                });
                if (!goesOn) {
                    break;
                }
            }
            crew.await();
        }
        store.force();
        meter.tell();
        RunReport counted = tally.report();
        return new RollbackReport(
                deleted.get(),
                lost.get(),
                gone.get(),
                changed.get(),
                left.get(),
                counted.issues(),
                counted.issuesLeftOut(),
                counted.stopped());
    }

    private void issue(Kind kind, String id, Optional<String> targetId, String reason) {
        tally.issue(new TransferIssue(kind, Optional.of(id), targetId, reason));
    }

    private void takeBack(String id, StoredDeal deal) {
        String targetId = deal.targetId().orElseThrow();
        try {
            Deal there = target.get(targetId);
            if (!isAsItWasMade(deal, there)) {
                changed.incrementAndGet();
                issue(Kind.LEFT, id, deal.targetId(), "changed after the transfer, left alone");
                return;
            }
            takeBack(id, deal, there);
        } catch (DealNotFoundException absent) {
            gone.incrementAndGet();
            takenBack(id, targetId);
        } catch (AuthenticationException unknown) {
            tally.stop(String.valueOf(unknown.getMessage()));
            left.incrementAndGet();
        } catch (DealsException failed) {
            left.incrementAndGet();
            issue(Kind.LEFT, id, deal.targetId(), String.valueOf(failed.getMessage()));
        }
    }

    /** Compares all fields whose earlier value is known; the status only if all steps of the deal were finished. */
    private boolean isAsItWasMade(StoredDeal deal, Deal there) {
        Map<Integer, Integer> now = work.shown(there);
        Map<Integer, String> names = store.fields();
        Set<Integer> all = new TreeSet<>(now.keySet());
        all.addAll(deal.target().keySet());
        return all.stream().allMatch(field -> {
            String name = String.valueOf(names.get(field));
            Integer before = deal.target().get(field);
            boolean isFreeNow = !deal.done() && (name.equals(Fields.STATUS) || before == null);
            return isFreeNow
                    || Objects.equals(before, now.get(field))
                    || (before == null && name.equals(Fields.STAGE))
                    || (before == null && Objects.equals(deal.source().get(field), now.get(field)));
        });
    }

    private void takeBack(String id, StoredDeal deal, Deal there) {
        String targetId = there.id();
        if (work.can().supports(Operation.DELETE)) {
            target.write(() -> {
                target.client().delete(targetId);
                return true;
            });
            deleted.incrementAndGet();
            takenBack(id, targetId);
        } else if (there.status() == DealStatus.OPEN && work.can().supports(Operation.LOSE)) {
            Loss loss = Loss.builder().reason(work.options().rollbackReason()).build();
            Deal unused = target.write(() -> target.client().lose(targetId, loss));
            lost.incrementAndGet();
            takenBack(id, targetId);
        } else {
            left.incrementAndGet();
            issue(
                    Kind.LEFT,
                    id,
                    deal.targetId(),
                    "the target cannot delete deals, and this deal is "
                            + there.status().name().toLowerCase(java.util.Locale.ROOT) + ": "
                            + work.can().explain(Operation.DELETE));
        }
    }

    private void takenBack(String id, String targetId) {
        store.release(targetId);
        store.put(id, StoredDeal.of(TransferState.ROLLED_BACK));
        Crew.aside(store::force);
    }
}
