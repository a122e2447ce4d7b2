package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run or a repair has done. Immutable.
 *
 * @param read the number of deals of the source that were processed
 * @param created the number of deals that were created
 * @param found the number of deals that an earlier run had created without recording the result
 * @param updated the number of deals that were updated
 * @param closed the number of deals that were closed as won or lost
 * @param unchanged the number of deals that were up to date already
 * @param skipped the number of deals that the mapping or the transformer skips
 * @param failed the number of deals that were not transferred completely, including {@code undecided}
 * @param undecided the number of failed deals for which the mapping lacks a decision
 * @param unknown the number of deals whose last write has no known result
 * @param conflicts the number of deals that changed on both sides
 * @param vanished the number of transferred deals that no longer exist at the source
 * @param deleted the number of vanished deals that were deleted at the target
 * @param issues the first 1,000 issues
 * @param issuesLeftOut the number of further issues; {@link Transfer#failures} lists all failed deals
 * @param stopped why the run stopped early; empty if it finished
 * @param time the duration of the run
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

    /** {@return whether the run finished, and every processed deal is at the target or was skipped} */
    public boolean isComplete() {
        return failed == 0 && unknown == 0 && conflicts == 0 && stopped.isEmpty();
    }

    /** {@return the report as lines of text} */
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
            text.append("  and ")
                    .append(Words.count(issuesLeftOut, "more issue"))
                    .append('\n');
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

    /** {@return the report as one JSON object} */
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
