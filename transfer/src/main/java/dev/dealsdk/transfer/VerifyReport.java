package dev.dealsdk.transfer;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of comparing both accounts. Immutable.
 *
 * @param sourceDeals the number of deals at the source
 * @param targetDeals the number of deals at the target, including those that were there before the transfer
 * @param equal the number of deals that are equal under the mapping
 * @param different the number of deals that differ in at least one field
 * @param missing the number of deals that the target lacks, including those that it refused
 * @param extra the number of transferred deals at the target that no longer exist at the source, or exist twice at the target
 * @param skipped the number of deals that were not transferred, as the mapping or a transformer decided
 * @param kept the number of deals by each field that is stored in another field
 * @param dropped the number of deals by each field that is dropped as planned
 * @param expectedSums the expected sums of the values by currency; {@code -} for values without one
 * @param actualSums the sums of the values at the target
 * @param expectedStages the expected number of deals by stage id; closed deals count under their status
 * @param actualStages the number of deals at the target by stage id or status
 * @param findings the first 10,000 findings
 * @param findingsLeftOut the number of further findings
 * @param truncated why the comparison stopped early; empty if it finished
 */
public record VerifyReport(
        long sourceDeals,
        long targetDeals,
        long equal,
        long different,
        long missing,
        long extra,
        long skipped,
        Map<String, Long> kept,
        Map<String, Long> dropped,
        Map<String, BigDecimal> expectedSums,
        Map<String, BigDecimal> actualSums,
        Map<String, Long> expectedStages,
        Map<String, Long> actualStages,
        List<Finding> findings,
        long findingsLeftOut,
        Optional<String> truncated) {

    /** The kind of a finding. */
    public enum FindingKind {
        /** A field of the deal has another value. */
        DIFFERENT,
        /** The deal is not at the target. */
        MISSING,
        /** The deal is at the target but no longer at the source, or is at the target twice. */
        EXTRA,
        /** An earlier run skipped the deal, and the store has the reason. */
        SKIPPED,
        /** A record of either side cannot be read. */
        UNREADABLE
    }

    /**
     * One difference between the accounts.
     *
     * @param kind the kind of the finding
     * @param sourceId the id at the source; empty if it is unknown
     * @param targetId the id at the target; empty if there is none
     * @param field the field that differs; for other kinds the reason
     * @param expected the expected value; empty if none is expected
     * @param actual the value at the target; empty if there is none
     */
    public record Finding(
            FindingKind kind,
            Optional<String> sourceId,
            Optional<String> targetId,
            String field,
            Optional<String> expected,
            Optional<String> actual) {}

    /**
     * {@return whether the comparison finished and found no different, missing, extra or unreadable deal} Skipped deals do not count
     * against it.
     */
    public boolean isClean() {
        return different == 0
                && missing == 0
                && extra == 0
                && truncated.isEmpty()
                && findings.stream().noneMatch(finding -> finding.kind() == FindingKind.UNREADABLE);
    }

    /** {@return the source ids of missing and different deals, which {@link Transfer#repair} writes again} */
    public Set<String> failedSourceIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.kind() == FindingKind.DIFFERENT || finding.kind() == FindingKind.MISSING) {
                finding.sourceId().ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** {@return the report as lines of text} */
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
                .append(", skipped ")
                .append(skipped);
        text.append('\n');
        TransferPlan.line(text, "kept in other fields", kept);
        TransferPlan.line(text, "dropped as planned", dropped);
        expectedSums.forEach((currency, sum) -> {
            BigDecimal actual = actualSums.getOrDefault(currency, BigDecimal.ZERO);
            text.append("sum ")
                    .append(currency.equals("-") ? "without currency" : currency)
                    .append(": ")
                    .append(sum.toPlainString());
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
        truncated.ifPresent(reason -> text.append("incomplete: ").append(reason).append('\n'));
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
            TransferPlan.Json.number(out, "skipped", skipped);
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
