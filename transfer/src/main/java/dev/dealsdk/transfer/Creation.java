package dev.dealsdk.transfer;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.transfer.StoredDeal.Step;
import dev.dealsdk.transfer.Tally.Count;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Creates a deal at the target, updates it with what a create cannot take, and closes it. Safe to share between threads. */
final class Creation {
    private final Workplace work;
    private final TransferStore store;
    private final Side target;
    private final Capabilities can;
    private final DealConverter converter;
    private final Tally tally;
    private final Changes changes;
    private final Set<String> later;

    /** @param later takes the ids of deals whose last write has no result */
    Creation(Workplace work, Tally tally, Changes changes, Set<String> later) {
        this.work = work;
        this.store = work.store();
        this.target = work.target();
        this.can = work.can();
        this.converter = work.converter();
        this.tally = tally;
        this.changes = changes;
        this.later = later;
    }

    void createUnlessUnderWay(Deal deal, Conversion conversion, Optional<StoredDeal> known) {
        Optional<StoredDeal> pending = known.filter(StoredDeal::isPending);
        if (pending.isEmpty()) {
            create(deal.id(), conversion, Optional.empty());
        } else if (pending.get().hasLiveKey()) {
            create(deal.id(), conversion, pending);
        } else {
            later.add(deal.id());
        }
    }

    /** @param repeated a create of which nobody knows what became, under a key that the vendor still remembers */
    void create(String id, Conversion conversion, Optional<StoredDeal> repeated) {
        target.awaitResponse();
        Optional<String> key = repeated.flatMap(StoredDeal::key)
                .or(() -> can.takesIdempotencyKey(Operation.CREATE)
                        ? Optional.of(UUID.randomUUID().toString())
                        : Optional.empty());
        NewDeal part = Fields.some(conversion.deal(), converter::atCreate)
                .stage(conversion.deal().stage())
                .reference(work.keepsReferences() ? Optional.of(work.reference(id)) : Optional.empty())
                .build();
        Map<Integer, Integer> contents = store.fingerprints().of(conversion.expected());
        StoredDeal intent = repeated.map(before -> before.repeated(contents))
                .orElseGet(() -> StoredDeal.intent(System.currentTimeMillis(), key, contents));
        work.noteIntent(id, intent);
        DealsClient client = key.map(text -> target.client()
                        .with(CallOptions.builder().idempotencyKey(text).build()))
                .orElse(target.client());
        Deal made;
        try {
            made = target.write(() -> client.create(part));
        } catch (DealsException failed) {
            createFailed(id, intent, failed, repeated.isPresent());
            return;
        }
        if (isAnother(id, made)) {
            store.put(id, intent.failed(TransferState.UNKNOWN, "the response is about another deal"));
            later.add(id);
            return;
        }
        StoredDeal created = intent.created(made.id(), work.shown(made));
        store.put(id, created);
        tally.add(Count.CREATED);
        finish(id, created, conversion, made);
    }

    /** Whether a response to a create names a deal that was there before, or shows the reference of another one. */
    private boolean isAnother(String id, Deal made) {
        return store.isEarlier(made.id())
                || store.sourceOf(made.id())
                        .filter(source -> !source.equals(id))
                        .isPresent()
                || work.sourceIdIn(made).filter(source -> !source.equals(id)).isPresent();
    }

    private void createFailed(String id, StoredDeal intent, DealsException failed, boolean repeated) {
        if (failed.outcome() == Outcome.APPLIED && failed.dealId().isPresent()) {
            store.put(id, intent.created(failed.dealId().get(), Map.of()));
            later.add(id);
        } else if (failed.outcome() == Outcome.UNKNOWN || failed.outcome() == Outcome.APPLIED || repeated) {
            // A key is of no more use where the vendor answers it with a failure that it remembers, or with a refusal.
            boolean isSpent = repeated
                    || failed.httpStatus().filter(status -> status >= 500).isPresent();
            StoredDeal unknown = intent.failed(TransferState.UNKNOWN, Workplace.reason(failed));
            store.put(id, isSpent ? unknown.withoutKey() : unknown);
            later.add(id);
        } else {
            store.put(id, StoredDeal.of(TransferState.FAILED).failed(TransferState.FAILED, Workplace.reason(failed)));
            throw failed;
        }
    }

    /** Does what is left to do after a create. */
    void finish(String id, StoredDeal begun, Conversion conversion, Deal shown) {
        StoredDeal deal = begun;
        Deal now = shown;
        String targetId = deal.targetId().orElseThrow();
        Map<String, String> actual = Fields.of(now);
        Set<String> rest = conversion.expected().entrySet().stream()
                .filter(field -> !converter.atCreate(field.getKey())
                        && converter.atUpdate(field.getKey())
                        && !field.getValue().equals(actual.get(field.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!rest.isEmpty()) {
            deal = deal.intend(Step.UPDATE, System.currentTimeMillis());
            work.noteIntent(id, deal);
            DealUpdate update = Fields.update(conversion.deal(), rest::contains).build();
            now = target.write(() -> target.client().update(targetId, update));
            deal = deal.state(TransferState.UPDATED);
            store.put(id, deal);
        }
        if (Fields.isClosed(conversion.status()) && now.status() != conversion.status()) {
            if (begun.step() == Step.CLOSE && work.mayBeUnderWay(begun, System.currentTimeMillis())) {
                later.add(id);
                return;
            }
            deal = deal.intend(Step.CLOSE, System.currentTimeMillis());
            work.noteIntent(id, deal);
            now = changes.close(targetId, conversion);
            deal = deal.state(TransferState.CLOSED);
            tally.add(Count.CLOSED);
        }
        Map<String, String> last = Fields.of(now);
        if (conversion.expected().entrySet().stream()
                .anyMatch(field -> !field.getValue().equals(last.get(field.getKey())))) {
            // The response of a write may hold a part of the deal only; what is compared later is the whole.
            now = target.get(targetId);
        }
        Map<Integer, Integer> shownNow = work.shown(now);
        Map<Integer, Integer> carried = carried(begun, conversion, shownNow);
        StoredDeal finished = deal.finished(
                deal.state() == TransferState.FAILED || deal.state() == TransferState.UNKNOWN
                        ? TransferState.CREATED
                        : deal.state(),
                carried,
                shownNow);
        store.put(id, finished);
        if (!carried.equals(store.fingerprints().of(conversion.expected()))) {
            // The source was changed after the create was sent.
            changes.carry(id, conversion, finished);
        }
    }

    /** What the create took over, which may be of another day, and what came after it. */
    private Map<Integer, Integer> carried(StoredDeal begun, Conversion conversion, Map<Integer, Integer> shown) {
        Map<Integer, Integer> carried = new TreeMap<>(begun.source());
        Map<Integer, Integer> fresh = store.fingerprints().of(conversion.expected());
        for (String name : conversion.expected().keySet()) {
            int field = store.fingerprints().number(name);
            if (!converter.atCreate(name)) {
                carried.put(field, Objects.requireNonNull(fresh.get(field)));
            } else if (!carried.containsKey(field) && shown.containsKey(field)) {
                carried.put(field, Objects.requireNonNull(shown.get(field)));
            }
        }
        return carried;
    }
}
