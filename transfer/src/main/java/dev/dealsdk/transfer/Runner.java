package dev.dealsdk.transfer;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.Win;
import dev.dealsdk.transfer.StoredDeal.Step;
import dev.dealsdk.transfer.Tally.Count;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
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
    private final Capabilities can;
    private final DealConverter converter;
    private final TransferOptions options;
    private final ProgressMeter meter;
    private final Tally tally;
    private final Crew crew;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> later = ConcurrentHashMap.newKeySet();

    Runner(Workplace work) {
        this.work = work;
        this.store = work.store();
        this.source = work.source();
        this.target = work.target();
        this.can = work.can();
        this.converter = work.converter();
        this.options = work.options();
        this.meter = new ProgressMeter(work.listener(), "look up");
        this.tally = new Tally(work.listener(), meter, source.stop());
        this.crew = new Crew(options.workers(), tally);
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
                    "it is not known whether the last write was applied; the next run looks it up"));
        });
        meter.tell();
        return tally.report();
    }

    private void requireCreate() {
        if (!can.supports(Operation.CREATE)) {
            throw new TransferException(
                    TransferException.Kind.UNSUPPORTED,
                    "no deal can be created at the target: " + can.explain(Operation.CREATE));
        }
    }

    /** Whether all deals of the source were seen. */
    private boolean pass(Set<Long> seen) {
        Reading reading = new Reading(source);
        boolean[] whole = {true};
        long[] taken = new long[1];
        try {
            reading.each(
                    options,
                    deal -> {
                        seen.add(longHash(deal.id()));
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
        return whole[0] && !tally.isStopped();
    }

    private void awaitResume() {
        boolean told = false;
        while (Files.exists(work.pauseFile()) && !tally.isStopped()) {
            if (!told) {
                work.listener().waiting("run", "paused until " + work.pauseFile() + " is removed", PAUSE_LOOK);
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
                            later.size() + " deals whose last write has no result are looked up after a wait",
                            options.settle());
            if (!source.stop().sleep(options.settle().plusMillis(1))) {
                return;
            }
            Set<String> ids = new TreeSet<>(later);
            later.clear();
            new LookUp(work, tally, meter).lookUp();
            meter.phase("run");
            for (String id : ids) {
                boolean goesOn = crew.submit(() -> guarded(
                        id, () -> carry(source.patiently(() -> source.client().get(id)))));
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
            if (isBusy
                    && failed.outcome() != Outcome.UNKNOWN
                    && failed.outcome() != Outcome.APPLIED
                    && (source.isAway() || target.isAway())) {
                tally.stop("waited in vain for a vendor: " + failed.getMessage());
            }
        } catch (TransferException broken) {
            throw broken;
        } catch (RuntimeException unfit) {
            // Of a transformer, or of values that no request can hold.
            noteFailure(id, unfit.getClass().getSimpleName());
            failed(id, Kind.FAILED, String.valueOf(unfit.getMessage()));
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
        failed(id, Kind.FAILED, String.valueOf(failed.getMessage()));
    }

    /** What is about to be sent is on the disk before. */
    private void note(String id, StoredDeal intent) {
        store.put(id, intent);
        Crew.aside(store::force);
    }

    private void noteFailure(String id, String reason) {
        StoredDeal known = store.find(id).orElseGet(() -> StoredDeal.of(TransferState.FAILED));
        if (!known.done() && !known.isPending()) {
            store.put(id, known.failed(TransferState.FAILED, reason));
        }
    }

    private void failed(String id, Kind kind, String message) {
        tally.add(Count.FAILED);
        tally.issue(new TransferIssue(kind, Optional.of(id), store.find(id).flatMap(StoredDeal::targetId), message));
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
            failed(id, Kind.UNDECIDED, "the mapping has no line for " + keys);
            return;
        }
        if (known.isEmpty() || known.get().targetId().isEmpty()) {
            createUnlessUnderWay(deal, conversion, known);
        } else if (known.get().done()) {
            change(id, conversion, known.get());
        } else {
            Optional<Deal> there = atTarget(id, known.get());
            if (there.isPresent()) {
                finish(id, known.get(), conversion, there.get());
                tally.add(Count.FOUND);
            }
        }
    }

    private void createUnlessUnderWay(Deal deal, Conversion conversion, Optional<StoredDeal> known) {
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
    private void create(String id, Conversion conversion, Optional<StoredDeal> repeated) {
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
        note(id, intent);
        DealsClient client = key.map(text -> target.client()
                        .with(CallOptions.builder().idempotencyKey(text).build()))
                .orElse(target.client());
        Deal made;
        try {
            made = target.patiently(() -> client.create(part));
        } catch (DealsException failed) {
            createFailed(id, intent, failed, repeated.isPresent());
            return;
        }
        StoredDeal created = intent.created(made.id(), work.shown(made));
        store.put(id, created);
        tally.add(Count.CREATED);
        finish(id, created, conversion, made);
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

    /** The deal at the target; if somebody deleted it there, that is told. */
    private Optional<Deal> atTarget(String id, StoredDeal known) {
        String targetId = known.targetId().orElseThrow();
        try {
            return Optional.of(target.patiently(() -> target.client().get(targetId)));
        } catch (DealNotFoundException deleted) {
            tally.add(Count.CONFLICTS);
            tally.issue(new TransferIssue(
                    Kind.CONFLICT,
                    Optional.of(id),
                    Optional.of(targetId),
                    "it was deleted at the target; repair creates it again"));
            return Optional.empty();
        }
    }

    /** Does what is left to do after a create. */
    private void finish(String id, StoredDeal begun, Conversion conversion, Deal shown) {
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
            note(id, deal);
            DealUpdate update = Fields.update(conversion.deal(), rest::contains).build();
            now = target.patiently(() -> target.client().update(targetId, update));
            deal = deal.state(TransferState.UPDATED);
            store.put(id, deal);
        }
        if (Fields.isClosed(conversion.status()) && now.status() != conversion.status()) {
            boolean mayBeUnderWay = begun.step() == Step.CLOSE
                    && System.currentTimeMillis() - begun.intentAt()
                            < options.settle().toMillis();
            if (mayBeUnderWay) {
                later.add(id);
                return;
            }
            deal = deal.intend(Step.CLOSE, System.currentTimeMillis());
            note(id, deal);
            now = close(targetId, conversion);
            deal = deal.state(TransferState.CLOSED);
            tally.add(Count.CLOSED);
        }
        Map<String, String> last = Fields.of(now);
        if (conversion.expected().entrySet().stream()
                .anyMatch(field -> !field.getValue().equals(last.get(field.getKey())))) {
            // The response of a write may hold a part of the deal only; what is compared later is the whole.
            now = target.patiently(() -> target.client().get(targetId));
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
            change(id, conversion, finished);
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

    private Deal close(String targetId, Conversion conversion) {
        if (conversion.status() == DealStatus.WON) {
            Win win = Win.builder().wonReason(conversion.wonReason()).build();
            return target.patiently(() -> target.client().win(targetId, win));
        }
        Loss loss = Loss.builder().reason(conversion.lostReason()).build();
        return target.patiently(() -> target.client().lose(targetId, loss));
    }

    /** Carries over what has changed at the source since, field by field. */
    private void change(String id, Conversion conversion, StoredDeal known) {
        Map<Integer, Integer> fresh = store.fingerprints().of(conversion.expected());
        Set<Integer> changed = different(fresh, known.source());
        if (changed.isEmpty()) {
            tally.add(Count.UNCHANGED);
            return;
        }
        Optional<Deal> there = atTarget(id, known);
        if (there.isEmpty()) {
            return;
        }
        Map<Integer, Integer> now = work.shown(there.get());
        Map<Integer, String> names = store.fields();
        Set<String> apply = new TreeSet<>();
        List<String> conflicts = new ArrayList<>();
        for (int field : changed) {
            Integer shown = now.get(field);
            String name = Objects.requireNonNull(names.get(field));
            if (Objects.equals(shown, fresh.get(field)) || isOfClosing(name, conversion)) {
                continue;
            }
            boolean touched = !Objects.equals(shown, known.target().get(field))
                    && !Objects.equals(shown, known.source().get(field));
            if (touched) {
                conflicts.add(name);
            } else {
                apply.add(name);
            }
        }
        if (!conflicts.isEmpty()) {
            tally.add(Count.CONFLICTS);
            tally.issue(new TransferIssue(
                    Kind.CONFLICT,
                    Optional.of(id),
                    known.targetId(),
                    "changed on both sides: " + String.join(", ", conflicts)));
        }
        Set<String> impossible = impossible(apply, conversion);
        apply.removeAll(impossible);
        Deal after = there.get();
        if (!apply.isEmpty()) {
            note(id, known.intend(Step.UPDATE, System.currentTimeMillis()));
            after = apply(known.targetId().orElseThrow(), apply, conversion, after);
            tally.add(Count.UPDATED);
        } else if (conflicts.isEmpty() && impossible.isEmpty()) {
            tally.add(Count.UNCHANGED);
        }
        Set<String> left = new LinkedHashSet<>(conflicts);
        left.addAll(impossible);
        store.put(
                id,
                known.finished(
                        known.state() == TransferState.FAILED
                                        || known.state() == TransferState.UNKNOWN
                                        || !apply.isEmpty()
                                ? TransferState.UPDATED
                                : known.state(),
                        merged(fresh, known.source(), left),
                        merged(work.shown(after), known.target(), left)));
        if (!impossible.isEmpty()) {
            failed(id, Kind.FAILED, "the target cannot change " + String.join(", ", impossible) + " any more");
        }
    }

    /** What is said with a close, and not by itself. */
    private static boolean isOfClosing(String name, Conversion conversion) {
        return name.equals(Fields.name(DealField.LOST_REASON))
                || name.equals(Fields.name(DealField.WON_REASON))
                || (name.equals(Fields.STAGE) && !conversion.expected().containsKey(name));
    }

    private static Set<Integer> different(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        Set<Integer> different = new TreeSet<>();
        one.forEach((field, print) -> {
            if (!print.equals(other.get(field))) {
                different.add(field);
            }
        });
        other.keySet().stream().filter(field -> !one.containsKey(field)).forEach(different::add);
        return different;
    }

    /** The new ones, but for some fields those of before, so that they are told again. */
    private Map<Integer, Integer> merged(Map<Integer, Integer> fresh, Map<Integer, Integer> before, Set<String> left) {
        Map<Integer, Integer> merged = new LinkedHashMap<>(fresh);
        for (String name : left) {
            int field = store.fingerprints().number(name);
            Integer print = before.get(field);
            if (print == null) {
                merged.remove(field);
            } else {
                merged.put(field, print);
            }
        }
        return merged;
    }

    private Set<String> impossible(Set<String> apply, Conversion conversion) {
        Set<String> impossible = new TreeSet<>();
        for (String name : apply) {
            boolean isSet = conversion.expected().containsKey(name);
            boolean possible = switch (name) {
                case Fields.STATUS ->
                    can.supports(
                            switch (conversion.status()) {
                                case WON -> Operation.WIN;
                                case LOST -> Operation.LOSE;
                                default -> Operation.REOPEN;
                            });
                case Fields.STAGE -> can.supports(Operation.MOVE);
                default -> isSet ? converter.atUpdate(name) : isClearable(name);
            };
            if (!possible) {
                impossible.add(name);
            }
        }
        return impossible;
    }

    private boolean isClearable(String name) {
        return name.startsWith(Fields.CUSTOM)
                ? can.clearableFields().contains(DealField.CUSTOM_FIELDS)
                : Fields.field(name).filter(can.clearableFields()::contains).isPresent();
    }

    private Deal apply(String targetId, Set<String> fields, Conversion conversion, Deal there) {
        Deal now = there;
        DealUpdate.Builder update = Fields.update(conversion.deal(), fields::contains);
        boolean any = false;
        for (String name : fields) {
            boolean isSet = conversion.expected().containsKey(name);
            if (name.equals(Fields.STATUS) || name.equals(Fields.STAGE)) {
                continue;
            }
            any = true;
            if (!isSet && name.startsWith(Fields.CUSTOM)) {
                update.putCustomFields(name.substring(Fields.CUSTOM.length()), null);
            } else if (!isSet) {
                update.clear(Fields.field(name).orElseThrow());
            }
        }
        if (any) {
            DealUpdate built = update.build();
            now = target.patiently(() -> target.client().update(targetId, built));
        }
        boolean reopened = fields.contains(Fields.STATUS) && conversion.status() == DealStatus.OPEN;
        if (reopened) {
            Reopen reopen = Reopen.builder().stage(conversion.deal().stage()).build();
            now = target.patiently(() -> target.client().reopen(targetId, reopen));
        } else if (fields.contains(Fields.STAGE)) {
            StageRef stage = conversion.deal().stage().orElseThrow();
            now = target.patiently(() -> target.client().move(targetId, stage));
        }
        if (fields.contains(Fields.STATUS) && !reopened) {
            now = close(targetId, conversion);
            tally.add(Count.CLOSED);
        }
        return now;
    }

    private void repair(String id) {
        Deal deal = source.patiently(() -> source.client().get(id));
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
            there = target.patiently(() -> target.client().get(targetId));
        } catch (DealNotFoundException deleted) {
            store.forget(id, Optional.of(targetId));
            create(id, conversion, Optional.empty());
            return;
        }
        Map<String, String> actual = Fields.of(there);
        Set<String> apply = conversion.expected().entrySet().stream()
                .filter(field -> !field.getValue().equals(actual.get(field.getKey())))
                .map(Map.Entry::getKey)
                .filter(name -> !isOfClosing(name, conversion))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, Integer> carried = known.get().source();
        store.fields().forEach((number, name) -> {
            if (actual.containsKey(name)
                    && !conversion.expected().containsKey(name)
                    && !isOfClosing(name, conversion)
                    && (carried.containsKey(number) || isAdded(known.get(), number, name))) {
                apply.add(name);
            }
        });
        Set<String> impossible = impossible(apply, conversion);
        apply.removeAll(impossible);
        Deal now = there;
        if (!apply.isEmpty()) {
            note(id, known.get().intend(Step.UPDATE, System.currentTimeMillis()));
            now = apply(targetId, apply, conversion, there);
            tally.add(Count.UPDATED);
        }
        store.put(
                id,
                known.get()
                        .finished(
                                TransferState.UPDATED,
                                store.fingerprints().of(conversion.expected()),
                                work.shown(now)));
        if (!impossible.isEmpty()) {
            failed(id, Kind.FAILED, "the target cannot change " + String.join(", ", impossible) + " any more");
        }
    }

    /** Whether somebody has set a field at the target since that the transfer left empty. */
    private static boolean isAdded(StoredDeal known, int number, String name) {
        return !known.target().isEmpty() && !known.target().containsKey(number) && Verifier.isCompared(name);
    }

    /** Deals that were carried over and that the source does not list any more. */
    private void vanished(Set<Long> seen) {
        List<String> gone = new ArrayList<>();
        store.each((id, deal) -> {
            if (deal.targetId().isPresent() && !seen.contains(longHash(id))) {
                gone.add(id);
            }
        });
        for (String id : gone) {
            if (tally.isStopped()) {
                return;
            }
            guarded(id, () -> vanished(id));
        }
    }

    private void vanished(String id) {
        try {
            Deal unused = source.patiently(() -> source.client().get(id));
            // The rows had shifted while they were read.
            return;
        } catch (DealNotFoundException confirmed) {
            tally.add(Count.VANISHED);
        }
        StoredDeal known = store.find(id).orElseThrow();
        String targetId = known.targetId().orElseThrow();
        String what = "it is no longer at the source";
        if (options.deletes()) {
            what += deleted(id, known, targetId);
        }
        tally.issue(new TransferIssue(Kind.VANISHED, Optional.of(id), Optional.of(targetId), what));
    }

    private String deleted(String id, StoredDeal known, String targetId) {
        if (!can.supports(Operation.DELETE)) {
            return "; the target deletes nothing: " + can.explain(Operation.DELETE);
        }
        try {
            Deal there = target.patiently(() -> target.client().get(targetId));
            if (!work.shown(there).equals(known.target())) {
                return "; it was changed at the target since, and is left there";
            }
            target.patiently(() -> {
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

    private static long longHash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
