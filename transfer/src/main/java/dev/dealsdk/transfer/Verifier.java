package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.Operation;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.transfer.VerifyReport.Finding;
import dev.dealsdk.transfer.VerifyReport.FindingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Compares both accounts in two passes: fingerprints of the target are written to a temporary file, then each deal of the source is
 * compared with them. Deals that differ are read again on both sides before they are reported. Memory use does not depend on the
 * number of deals.
 */
final class Verifier {
    /** Stands for the stage if the mapping lets the target choose. */
    static final String NO_STAGE = "-";

    private static final int MOST_FINDINGS = 10_000;

    private final Workplace work;
    private final TransferStore store;
    private final ProgressMeter meter;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> kept = new TreeMap<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private final Map<String, BigDecimal> expectedSums = new TreeMap<>();
    private final Map<String, BigDecimal> actualSums = new TreeMap<>();
    private final Map<String, Long> expectedStages = new TreeMap<>();
    private final Map<String, Long> actualStages = new TreeMap<>();
    private long leftOut;
    private long sourceDeals;
    private long targetDeals;
    private long equal;
    private long different;
    private long missing;
    private long extra;
    private long skipped;

    Verifier(Workplace work) {
        this.work = work;
        this.store = work.store();
        this.meter = new ProgressMeter(work.listener(), "verify");
    }

    /** Whether a field is compared that the transfer did not set; a vendor may compute others itself. */
    static boolean isCompared(String name) {
        return !name.startsWith(Fields.EXTRA) && !name.startsWith(Fields.CUSTOM) && !name.equals(Fields.STAGE);
    }

    VerifyReport verify() {
        Path file;
        try {
            file = Files.createTempFile("deals-verify", ".tmp");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create a temporary file: " + unwritable, unwritable);
        }
        try (MVStore scratch =
                new MVStore.Builder().fileName(file.toString()).cacheSize(4).open()) {
            return compare(
                    scratch.openMap(
                            "target",
                            new MVMap.Builder<String, StoredDeal>()
                                    .keyType(IdType.INSTANCE)
                                    .valueType(StoredDeal.Type.INSTANCE)),
                    scratch.openMap("seen", new MVMap.Builder<String, Boolean>().keyType(IdType.INSTANCE)));
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftBehind) {
                // It contains only fingerprints, and the system removes temporary files.
            }
        }
    }

    private VerifyReport compare(MVMap<String, StoredDeal> shown, MVMap<String, Boolean> seen) {
        boolean lists = work.can().supports(Operation.LIST);
        if (lists) {
            readTarget(shown);
        }
        Reading reading = new Reading(work.source());
        reading.each(
                TransferOptions.defaults(),
                deal -> {
                    sourceDeals++;
                    seen.put(deal.id(), true);
                    if (work.options().takes(deal)) {
                        check(deal, shown, lists);
                    }
                    meter.done(reading.total());
                },
                this::unreadable,
                this::goesOn);
        if (!work.options().isPartial() && goesOn()) {
            extras(shown, seen);
        }
        meter.tell();
        return new VerifyReport(
                sourceDeals,
                targetDeals,
                equal,
                different,
                missing,
                extra,
                skipped,
                kept,
                dropped,
                expectedSums,
                actualSums,
                expectedStages,
                actualStages,
                List.copyOf(findings),
                leftOut,
                goesOn() ? Optional.empty() : Optional.of("interrupted"));
    }

    private boolean goesOn() {
        return !work.source().stop().isStopped();
    }

    private void unreadable(RecordProblem problem) {
        find(new Finding(
                FindingKind.UNREADABLE,
                Optional.empty(),
                Optional.empty(),
                problem.message(),
                Optional.empty(),
                Optional.empty()));
    }

    private void readTarget(MVMap<String, StoredDeal> shown) {
        Map<String, String> references = new TreeMap<>();
        new Reading(work.target())
                .each(
                        TransferOptions.defaults(),
                        deal -> {
                            targetDeals++;
                            Optional<String> ours = store.sourceOf(deal.id());
                            if (ours.isPresent()) {
                                sum(actualSums, Fields.of(deal));
                                actualStages.merge(stage(Fields.of(deal)), 1L, Long::sum);
                                shown.put(deal.id(), prints(work.shown(deal)));
                            } else {
                                work.sourceIdIn(deal).ifPresent(id -> references.put(deal.id(), id));
                            }
                        },
                        this::unreadable,
                        this::goesOn);
        references.forEach((targetId, sourceId) -> {
            Optional<StoredDeal> known = store.find(sourceId);
            if (known.filter(deal -> deal.state() == TransferState.ROLLED_BACK).isEmpty()
                    && hasReference(targetId, sourceId)) {
                extra++;
                find(new Finding(
                        FindingKind.EXTRA,
                        Optional.of(sourceId),
                        Optional.of(targetId),
                        known.flatMap(StoredDeal::targetId).isPresent()
                                ? "has the same reference as "
                                        + known.flatMap(StoredDeal::targetId).orElseThrow()
                                : "has a reference of this transfer but is not in the store; the next run adds it",
                        Optional.empty(),
                        Optional.empty()));
            }
        });
    }

    /** A row of a list may have had the id of another deal. */
    private boolean hasReference(String targetId, String sourceId) {
        try {
            Deal there = work.target().get(targetId);
            return work.sourceIdIn(there).filter(sourceId::equals).isPresent();
        } catch (DealNotFoundException gone) {
            return false;
        }
    }

    private static StoredDeal prints(Map<Integer, Integer> prints) {
        return StoredDeal.of(TransferState.CREATED).created("", prints);
    }

    private static void sum(Map<String, BigDecimal> sums, Map<String, String> contents) {
        String value = contents.get(Fields.name(DealField.VALUE));
        if (value != null) {
            sums.merge(
                    contents.getOrDefault(Fields.name(DealField.CURRENCY), "-"),
                    new BigDecimal(value),
                    BigDecimal::add);
        }
    }

    private static String stage(Map<String, String> contents) {
        String status = contents.getOrDefault(Fields.STATUS, "OPEN");
        return status.equals("WON") || status.equals("LOST") ? status : contents.getOrDefault(Fields.STAGE, NO_STAGE);
    }

    private void check(Deal source, MVMap<String, StoredDeal> shown, boolean lists) {
        Conversion conversion = work.converter().convert(source);
        conversion.dropped().forEach(name -> dropped.merge(name, 1L, Long::sum));
        Optional<StoredDeal> known = store.find(source.id());
        Optional<String> targetId = known.flatMap(StoredDeal::targetId);
        if (conversion.skipped().isPresent() && targetId.isEmpty()) {
            skipped++;
            return;
        }
        if (targetId.isEmpty()) {
            Optional<TransferState> state = known.map(StoredDeal::state);
            String reason = known.flatMap(StoredDeal::reason)
                    .orElse(
                            state.filter(TransferState.ROLLED_BACK::equals).isPresent()
                                    ? "rolled back"
                                    : "not transferred yet");
            if (state.filter(TransferState.SKIPPED::equals).isPresent()) {
                skipped++;
                find(new Finding(
                        FindingKind.SKIPPED,
                        Optional.of(source.id()),
                        Optional.empty(),
                        reason,
                        Optional.empty(),
                        Optional.empty()));
            } else {
                missing(source.id(), Optional.empty(), reason);
            }
            return;
        }
        count(conversion);
        StoredDeal listed = shown.get(targetId.get());
        Set<String> suspects =
                listed == null ? Set.of() : differences(conversion, known.orElseThrow(), listed.target());
        if (listed != null && suspects.isEmpty() && lists) {
            equal++;
            return;
        }
        confirm(source.id(), targetId.get(), known.orElseThrow());
    }

    private void missing(String sourceId, Optional<String> targetId, String why) {
        missing++;
        find(new Finding(
                FindingKind.MISSING, Optional.of(sourceId), targetId, why, Optional.empty(), Optional.empty()));
    }

    private void count(Conversion conversion) {
        sum(expectedSums, conversion.expected());
        expectedStages.merge(stage(conversion.expected()), 1L, Long::sum);
        for (String name : conversion.expected().keySet()) {
            Optional<FieldBridge> bridge =
                    Fields.field(name).map(field -> work.can().bridges().get(field));
            if (bridge.filter(kind -> kind.kind() == FieldBridge.Kind.KEPT).isPresent()) {
                kept.merge(name, 1L, Long::sum);
            }
        }
    }

    /** The names of the fields whose fingerprints differ. */
    private Set<String> differences(Conversion conversion, StoredDeal known, Map<Integer, Integer> now) {
        Set<String> different = new TreeSet<>();
        Map<Integer, Integer> expected = store.fingerprints().of(conversion.expected());
        Map<Integer, String> names = store.fields();
        expected.forEach((field, print) -> {
            if (!print.equals(now.get(field))) {
                different.add(String.valueOf(names.get(field)));
            }
        });
        // Fields that the transfer set earlier, or that somebody added at the target.
        now.keySet().stream()
                .filter(field -> !expected.containsKey(field))
                .filter(field -> known.source().containsKey(field)
                        || (!known.target().isEmpty()
                                && !known.target().containsKey(field)
                                && isCompared(String.valueOf(names.get(field)))))
                .map(field -> String.valueOf(names.get(field)))
                .filter(name -> !name.equals(Fields.STAGE))
                .forEach(different::add);
        return different;
    }

    /** Compares both sides as they are now, since deals may have changed between the two passes. */
    private void confirm(String sourceId, String targetId, StoredDeal known) {
        Conversion conversion;
        try {
            conversion = work.converter().convert(work.source().get(sourceId));
        } catch (DealNotFoundException gone) {
            return;
        }
        Deal there;
        try {
            there = work.target().get(targetId);
        } catch (DealNotFoundException deleted) {
            missing(sourceId, Optional.of(targetId), "no longer exists at the target");
            return;
        }
        Map<String, String> actual = Fields.of(there);
        Set<String> names = differences(conversion, known, work.shown(there));
        if (names.isEmpty()) {
            equal++;
            return;
        }
        different++;
        for (String name : names) {
            find(new Finding(
                    FindingKind.DIFFERENT,
                    Optional.of(sourceId),
                    Optional.of(targetId),
                    name,
                    Optional.ofNullable(conversion.expected().get(name)),
                    Optional.ofNullable(actual.get(name))));
        }
    }

    /** Reports transferred deals that no longer exist at the source. */
    private void extras(MVMap<String, StoredDeal> shown, MVMap<String, Boolean> seen) {
        shown.keySet().forEach(targetId -> {
            String sourceId = store.sourceOf(targetId).orElseThrow();
            if (!seen.containsKey(sourceId) && isGone(sourceId)) {
                extra++;
                find(new Finding(
                        FindingKind.EXTRA,
                        Optional.of(sourceId),
                        Optional.of(targetId),
                        "no longer exists at the source",
                        Optional.empty(),
                        Optional.empty()));
            }
        });
    }

    private boolean isGone(String sourceId) {
        try {
            Deal unused = work.source().get(sourceId);
            return false;
        } catch (DealNotFoundException gone) {
            return true;
        }
    }

    private void find(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            leftOut++;
        }
    }
}
