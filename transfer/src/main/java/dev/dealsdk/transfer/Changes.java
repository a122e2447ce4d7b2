package dev.dealsdk.transfer;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.transfer.StoredDeal.Step;
import dev.dealsdk.transfer.Tally.Count;
import dev.dealsdk.transfer.TransferIssue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Updates a transferred deal with the changes at the source, field by field. Thread-safe. */
final class Changes {
    private final Workplace work;
    private final TransferStore store;
    private final Side target;
    private final Capabilities can;
    private final DealConverter converter;
    private final Tally tally;

    Changes(Workplace work, Tally tally) {
        this.work = work;
        this.store = work.store();
        this.target = work.target();
        this.can = work.can();
        this.converter = work.converter();
        this.tally = tally;
    }

    Deal close(String targetId, Conversion conversion) {
        if (conversion.status() == DealStatus.WON) {
            Win win = Win.builder().wonReason(conversion.wonReason()).build();
            return target.write(() -> target.client().win(targetId, win));
        }
        Loss loss = Loss.builder().reason(conversion.lostReason()).build();
        return target.write(() -> target.client().lose(targetId, loss));
    }

    /** Transfers the fields that changed at the source since the last run; reports those that changed on both sides. */
    void carry(String id, Conversion conversion, StoredDeal known) {
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
                    "changed on both sides since the last run, left unchanged: " + String.join(", ", conflicts)));
        }
        Set<String> impossible = impossible(apply, conversion);
        apply.removeAll(impossible);
        Deal after = there.get();
        if (!apply.isEmpty()) {
            work.noteIntent(id, known.intend(Step.UPDATE, System.currentTimeMillis()));
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
        report(impossible, id, known);
    }

    /** Makes the deal at the target equal to the source, even if someone changed it there. */
    void overwrite(String id, Conversion conversion, StoredDeal known, Deal there) {
        Map<String, String> actual = Fields.of(there);
        Set<String> apply = conversion.expected().entrySet().stream()
                .filter(field -> !field.getValue().equals(actual.get(field.getKey())))
                .map(Map.Entry::getKey)
                .filter(name -> !isOfClosing(name, conversion))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, Integer> carried = known.source();
        store.fields().forEach((number, name) -> {
            if (actual.containsKey(name)
                    && !conversion.expected().containsKey(name)
                    && !isOfClosing(name, conversion)
                    && (carried.containsKey(number) || isAdded(known, number, name))) {
                apply.add(name);
            }
        });
        Set<String> impossible = impossible(apply, conversion);
        apply.removeAll(impossible);
        Deal now = there;
        if (!apply.isEmpty()) {
            work.noteIntent(id, known.intend(Step.UPDATE, System.currentTimeMillis()));
            now = apply(known.targetId().orElseThrow(), apply, conversion, there);
            tally.add(Count.UPDATED);
        }
        store.put(
                id,
                known.finished(TransferState.UPDATED, store.fingerprints().of(conversion.expected()), work.shown(now)));
        report(impossible, id, known);
    }

    private void report(Set<String> impossible, String id, StoredDeal known) {
        if (!impossible.isEmpty()) {
            tally.failed(
                    Kind.FAILED,
                    id,
                    known.targetId(),
                    "the target cannot change these fields of an existing deal: " + String.join(", ", impossible));
        }
    }

    /** Whether a field is sent with the close, and cannot be changed separately. */
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

    /** The new fingerprints, with the previous ones for some fields, so that the next run reports these again. */
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
            now = target.write(() -> target.client().update(targetId, built));
        }
        boolean reopened = fields.contains(Fields.STATUS) && conversion.status() == DealStatus.OPEN;
        if (reopened) {
            Reopen reopen = Reopen.builder().stage(conversion.deal().stage()).build();
            now = target.write(() -> target.client().reopen(targetId, reopen));
        } else if (fields.contains(Fields.STAGE)) {
            StageRef stage = conversion.deal().stage().orElseThrow();
            now = target.write(() -> target.client().move(targetId, stage));
        }
        if (fields.contains(Fields.STATUS) && !reopened) {
            now = close(targetId, conversion);
            tally.add(Count.CLOSED);
        }
        return now;
    }

    /** Whether someone set a field at the target that the transfer had left empty. */
    private static boolean isAdded(StoredDeal known, int number, String name) {
        return !known.target().isEmpty() && !known.target().containsKey(number) && Verifier.isCompared(name);
    }

    /** Reads the deal at the target; reports a conflict if someone deleted it there. */
    Optional<Deal> atTarget(String id, StoredDeal known) {
        String targetId = known.targetId().orElseThrow();
        try {
            return Optional.of(target.get(targetId));
        } catch (DealNotFoundException deleted) {
            tally.add(Count.CONFLICTS);
            tally.issue(new TransferIssue(
                    Kind.CONFLICT,
                    Optional.of(id),
                    Optional.of(targetId),
                    "deleted at the target; verify with repair creates it again"));
            return Optional.empty();
        }
    }
}
