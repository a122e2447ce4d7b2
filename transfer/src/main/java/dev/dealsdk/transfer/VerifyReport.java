package dev.dealsdk.transfer;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether every deal of the source is at the target as it should be. Immutable.
 *
 * @param sourceDeals how many deals the source has
 * @param targetDeals how many deals the target has, those that were there before included
 * @param equal how many are the same, as the mapping sees it
 * @param different how many differ in a field
 * @param missing how many are not at the target
 * @param extra how many deals of the target are ours and not in the source any more, or there twice
 * @param accounted how many are not carried over, with a reason in the store: skipped, failed, undecided
 * @param kept for each field that is kept elsewhere: of how many deals
 * @param dropped for each field that is left out by plan: of how many deals
 * @param expectedSums the sums of the values that should be there, by currency; {@code -} for none
 * @param actualSums the sums of the values that are there
 * @param expectedStages how many deals should be in which stage, closed ones under their status
 * @param actualStages how many are
 * @param findings what is not as it should be, the first 10,000
 * @param findingsLeftOut how many more there are
 * @param truncated why it ended before its end; empty if it did not
 */
public record VerifyReport(
        long sourceDeals,
        long targetDeals,
        long equal,
        long different,
        long missing,
        long extra,
        long accounted,
        Map<String, Long> kept,
        Map<String, Long> dropped,
        Map<String, BigDecimal> expectedSums,
        Map<String, BigDecimal> actualSums,
        Map<String, Long> expectedStages,
        Map<String, Long> actualStages,
        List<Finding> findings,
        long findingsLeftOut,
        Optional<String> truncated) {

    /** What is wrong with a deal. */
    public enum FindingKind {
        /** A field has another value. */
        DIFFERENT,
        /** It is not at the target. */
        MISSING,
        /** It is at the target, and no longer at the source, or it is there a second time. */
        EXTRA,
        /** It is not carried over, and the store says why. */
        ACCOUNTED,
        /** A record of either side cannot be read. */
        UNREADABLE
    }

    /**
     * Something that is not as it should be.
     *
     * @param kind what it is
     * @param sourceId the id at the source; empty where it is not known
     * @param targetId the id at the target; empty where there is none
     * @param field the field that differs, or the reason
     * @param expected what it should be; empty for nothing
     * @param actual what it is; empty for nothing
     */
    public record Finding(
            FindingKind kind,
            Optional<String> sourceId,
            Optional<String> targetId,
            String field,
            Optional<String> expected,
            Optional<String> actual) {}

    /** {@return whether every deal is accounted for and equal; deals that were left out on purpose do not count against it} */
    public boolean isClean() {
        return different == 0
                && missing == 0
                && extra == 0
                && truncated.isEmpty()
                && findings.stream().noneMatch(finding -> finding.kind() == FindingKind.UNREADABLE);
    }

    /** {@return the ids at the source of what is missing or different, for {@link Transfer#repair}} */
    public Set<String> failedSourceIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.kind() == FindingKind.DIFFERENT || finding.kind() == FindingKind.MISSING) {
                finding.sourceId().ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** {@return the report as text for people, in lines} */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%s at the source, %,d at the target\n", Words.count(sourceDeals, "deal"), targetDeals));
        text.append("equal ")
                .append(equal)
                .append(", different ")
                .append(different)
                .append(", missing ");
        text.append(missing)
                .append(", extra ")
                .append(extra)
                .append(", not transferred for a recorded reason ")
                .append(accounted);
        text.append('\n');
        counts(text, "kept in other fields", kept);
        counts(text, "dropped as planned", dropped);
        expectedSums.forEach((currency, sum) -> {
            BigDecimal actual = actualSums.getOrDefault(currency, BigDecimal.ZERO);
            text.append("sum ").append(currency).append(": ").append(sum.toPlainString());
            text.append(
                    sum.compareTo(actual) == 0 ? " on both sides" : " expected, " + actual.toPlainString() + " found");
            text.append('\n');
        });
        expectedStages.forEach((stage, count) -> {
            if (stage.equals(Verifier.NO_STAGE)) {
                text.append("stage chosen by the target: ").append(count).append('\n');
                return;
            }
            long actual = actualStages.getOrDefault(stage, 0L);
            text.append("stage ").append(stage).append(": ").append(count);
            text.append(count == actual ? " on both sides" : " expected, " + actual + " found");
            text.append(
                    actual > count && expectedStages.containsKey(Verifier.NO_STAGE)
                            ? ", including deals whose stage the target chose\n"
                            : "\n");
        });
        for (Finding finding : findings) {
            text.append("  ").append(line(finding)).append('\n');
        }
        if (findingsLeftOut > 0) {
            text.append("  and ")
                    .append(Words.count(findingsLeftOut, "more finding"))
                    .append('\n');
        }
        truncated.ifPresent(
                reason -> text.append("incomplete: ").append(reason).append('\n'));
        text.append(isClean() ? "every deal is accounted for\n" : "not all deals are accounted for\n");
        return text.toString();
    }

    private static String line(Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT)
                + finding.sourceId().map(id -> " " + id).orElse("")
                + finding.targetId().map(id -> " -> " + id).orElse("")
                + ": " + finding.field()
                + (finding.kind() == FindingKind.DIFFERENT
                        ? ": expected " + quoted(finding.expected()) + ", found " + quoted(finding.actual())
                        : "");
    }

    private static String quoted(Optional<String> value) {
        return value.map(text -> '"' + text + '"').orElse("nothing");
    }

    private static void counts(StringBuilder text, String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            text.append(what);
            counts.forEach(
                    (name, count) -> text.append("  ").append(name).append(' ').append(count));
            text.append('\n');
        }
    }

    /** {@return the report as one JSON object} */
    public String json() {
        return TransferPlan.Json.of(out -> {
            out.value("clean", isClean());
            TransferPlan.Json.number(out, "sourceDeals", sourceDeals);
            TransferPlan.Json.number(out, "targetDeals", targetDeals);
            TransferPlan.Json.number(out, "equal", equal);
            TransferPlan.Json.number(out, "different", different);
            TransferPlan.Json.number(out, "missing", missing);
            TransferPlan.Json.number(out, "extra", extra);
            TransferPlan.Json.number(out, "accounted", accounted);
            out.object("kept", counts -> kept.forEach((name, count) -> TransferPlan.Json.number(counts, name, count)));
            out.object(
                    "dropped",
                    counts -> dropped.forEach((name, count) -> TransferPlan.Json.number(counts, name, count)));
            out.object("expectedSums", sums -> expectedSums.forEach(sums::value));
            out.object("actualSums", sums -> actualSums.forEach(sums::value));
            out.object(
                    "expectedStages",
                    counts -> expectedStages.forEach((name, count) -> TransferPlan.Json.number(counts, name, count)));
            out.object(
                    "actualStages",
                    counts -> actualStages.forEach((name, count) -> TransferPlan.Json.number(counts, name, count)));
            out.objects(
                    "findings",
                    findings,
                    (one, finding) -> one.value("kind", finding.kind().name())
                            .string("sourceId", finding.sourceId())
                            .string("targetId", finding.targetId())
                            .value("field", finding.field())
                            .string("expected", finding.expected())
                            .string("actual", finding.actual()));
            TransferPlan.Json.number(out, "findingsLeftOut", findingsLeftOut);
            out.string("truncated", truncated);
        });
    }
}
