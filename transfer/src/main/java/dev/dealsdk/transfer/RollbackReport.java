package dev.dealsdk.transfer;

import java.util.List;
import java.util.Optional;

/**
 * What a rollback has done. Immutable.
 *
 * @param deleted the number of deals that were deleted
 * @param lost the number of deals that were closed as lost because the target cannot delete deals
 * @param gone the number of deals that no longer existed
 * @param changed the number of deals that were changed after the transfer and left alone
 * @param left the number of deals that have to be removed by hand
 * @param issues the first 1,000 issues
 * @param issuesLeftOut the number of further issues
 * @param stopped why the rollback stopped early; empty if it finished
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

    /** {@return whether the rollback finished and left no deal behind} */
    public boolean isComplete() {
        return changed == 0 && left == 0 && stopped.isEmpty();
    }

    /** {@return the report as lines of text} */
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
            text.append("  and ")
                    .append(Words.count(issuesLeftOut, "more issue"))
                    .append('\n');
        }
        stopped.ifPresent(reason -> text.append("stopped: ").append(reason).append('\n'));
        return text.toString();
    }

    /** {@return the report as one JSON object} */
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
