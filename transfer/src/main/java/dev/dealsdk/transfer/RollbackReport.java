package dev.dealsdk.transfer;

import java.util.List;
import java.util.Optional;

/**
 * What a rollback has done. Immutable.
 *
 * @param deleted how many deals it deleted
 * @param lost how many it closed as lost, since the target deletes nothing
 * @param gone how many were not there any more
 * @param changed how many somebody has changed since; they were left alone
 * @param left how many a person has to take back
 * @param issues which those are, the first 1,000
 * @param issuesLeftOut how many more there are
 * @param stopped why it ended before its end; empty if it did not
 */
public record RollbackReport(
        long deleted,
        long lost,
        long gone,
        long changed,
        long left,
        List<TransferIssue> issues,
        long issuesLeftOut,
        Optional<String> stopped) {

    /** {@return whether nothing that the transfer made is left as it made it} */
    public boolean isComplete() {
        return changed == 0 && left == 0 && stopped.isEmpty();
    }

    /** {@return the report as text for people, in lines} */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(deleted)
                .append(" deleted, ")
                .append(lost)
                .append(" closed as lost, ")
                .append(gone);
        text.append(" already gone, ")
                .append(changed)
                .append(" changed since and left alone, ")
                .append(left);
        text.append(" to be removed by hand\n");
        for (TransferIssue issue : issues) {
            text.append("  ").append(RunReport.line(issue)).append('\n');
        }
        if (issuesLeftOut > 0) {
            text.append("  and ").append(Words.count(issuesLeftOut, "more issue")).append('\n');
        }
        stopped.ifPresent(reason -> text.append("stopped: ").append(reason).append('\n'));
        return text.toString();
    }

    /** {@return one JSON object} */
    public String json() {
        return TransferPlan.Json.of(out -> {
            TransferPlan.Json.number(out, "deleted", deleted);
            TransferPlan.Json.number(out, "lost", lost);
            TransferPlan.Json.number(out, "gone", gone);
            TransferPlan.Json.number(out, "changed", changed);
            TransferPlan.Json.number(out, "left", left);
            out.value("complete", isComplete()).string("stopped", stopped);
            out.objects(
                    "issues",
                    issues,
                    (one, issue) -> one.value("kind", issue.kind().name())
                            .string("sourceId", issue.sourceId())
                            .string("targetId", issue.targetId())
                            .value("reason", issue.reason()));
            TransferPlan.Json.number(out, "issuesLeftOut", issuesLeftOut);
        });
    }
}
