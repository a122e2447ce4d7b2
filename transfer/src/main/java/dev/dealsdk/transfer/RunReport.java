package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run has done. Immutable.
 *
 * @param read how many deals of the source it looked at
 * @param created how many it created
 * @param found how many an earlier run had created without noting it, and this one found again
 * @param updated how many were there and were changed
 * @param closed how many it won or lost
 * @param unchanged how many were there as they should be
 * @param skipped how many are not carried over, as mapping or transformer say
 * @param failed how many were refused, with those that the mapping leaves undecided
 * @param undecided how many of the failed ones only lack a line of the mapping
 * @param unknown of how many nobody knows whether they were written
 * @param conflicts how many have changed on both sides
 * @param vanished how many are no longer at the source
 * @param deleted how many of those it deleted at the target
 * @param issues what a person should know, the first 1,000
 * @param issuesLeftOut how many more there are; the failures are in the store
 * @param stopped why it ended before its end; empty if it did not
 * @param time how long it took
 */
public record RunReport(
        long read,
        long created,
        long found,
        long updated,
        long closed,
        long unchanged,
        long skipped,
        long failed,
        long undecided,
        long unknown,
        long conflicts,
        long vanished,
        long deleted,
        List<TransferIssue> issues,
        long issuesLeftOut,
        Optional<String> stopped,
        Duration time) {

    /** {@return whether every deal that it looked at is at the target, or left out on purpose} */
    public boolean isComplete() {
        return failed == 0 && unknown == 0 && conflicts == 0 && stopped.isEmpty();
    }

    /** {@return the report as text for people, in lines} */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(Words.count(read, "deal"))
                .append(" read: ")
                .append(String.format(Locale.ROOT, "%,d created", created));
        add(text, found, "found from an earlier run");
        add(text, updated, "updated");
        add(text, closed, "closed");
        add(text, unchanged, "unchanged");
        add(text, skipped, "skipped");
        add(text, failed, "failed");
        add(text, unknown, "with an unknown result");
        add(text, conflicts, "in conflict");
        add(text, vanished, "no longer at the source");
        add(text, deleted, "deleted at the target");
        text.append(" (").append(Words.pace(read, time)).append(")\n");
        stopped.ifPresent(reason -> text.append("stopped: ").append(reason).append('\n'));
        for (TransferIssue issue : issues) {
            text.append("  ").append(line(issue)).append('\n');
        }
        if (issuesLeftOut > 0) {
            text.append("  and ").append(Words.count(issuesLeftOut, "more issue")).append('\n');
        }
        return text.toString();
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, ", %,d %s", count, what));
        }
    }

    static String line(TransferIssue issue) {
        return issue.kind().name().toLowerCase(Locale.ROOT)
                + issue.sourceId().map(id -> " " + id).orElse("")
                + issue.targetId().map(id -> " -> " + id).orElse("")
                + ": " + issue.reason();
    }

    /** {@return one JSON object} */
    public String json() {
        return TransferPlan.Json.of(out -> {
            TransferPlan.Json.number(out, "read", read);
            TransferPlan.Json.number(out, "created", created);
            TransferPlan.Json.number(out, "found", found);
            TransferPlan.Json.number(out, "updated", updated);
            TransferPlan.Json.number(out, "closed", closed);
            TransferPlan.Json.number(out, "unchanged", unchanged);
            TransferPlan.Json.number(out, "skipped", skipped);
            TransferPlan.Json.number(out, "failed", failed);
            TransferPlan.Json.number(out, "undecided", undecided);
            TransferPlan.Json.number(out, "unknown", unknown);
            TransferPlan.Json.number(out, "conflicts", conflicts);
            TransferPlan.Json.number(out, "vanished", vanished);
            TransferPlan.Json.number(out, "deleted", deleted);
            out.value("complete", isComplete()).string("stopped", stopped);
            out.objects("issues", issues, (one, issue) -> {
                one.value("kind", issue.kind().name())
                        .string("sourceId", issue.sourceId())
                        .string("targetId", issue.targetId())
                        .value("reason", issue.reason());
            });
            TransferPlan.Json.number(out, "issuesLeftOut", issuesLeftOut);
            TransferPlan.Json.number(out, "millis", time.toMillis());
        });
    }
}
