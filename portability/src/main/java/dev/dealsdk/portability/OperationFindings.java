package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of each operation, and of the status that tells whether a deal was won or lost. */
final class OperationFindings {
    private static final String ALLOW = "deals.allow-unverified";

    private final Comparison comparison;

    OperationFindings(Comparison comparison) {
        this.comparison = comparison;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        comparison.operations().forEach(operation -> findings.add(finding(operation)));
        status().ifPresent(findings::add);
        return findings;
    }

    private PortabilityFinding finding(Operation operation) {
        String reason = comparison.target().explain(operation);
        boolean isThere = comparison.target().supports(operation);
        if (comparison.isSameVendor() && comparison.source().supports(operation) && isThere) {
            return of(operation, PortabilityVerdict.SAME, reason, Optional.empty());
        }
        return switch (comparison.target().support(operation)) {
            case DOCUMENTED -> of(operation, PortabilityVerdict.SAME, reason, Optional.empty());
            case DERIVED -> of(operation, PortabilityVerdict.DERIVED, reason, Optional.empty());
            case UNVERIFIED ->
                isThere
                        ? of(operation, PortabilityVerdict.UNVERIFIED, reason, Optional.empty())
                        : of(
                                operation,
                                PortabilityVerdict.REFUSED,
                                "off, because it is not fully documented: " + reason + "; set " + ALLOW
                                        + "=true to try it",
                                Optional.of(ALLOW));
            case NONE -> of(operation, PortabilityVerdict.REFUSED, reason, closingKey(operation));
        };
    }

    private static PortabilityFinding of(
            Operation operation, PortabilityVerdict verdict, String reason, Optional<String> key) {
        return new PortabilityFinding(RequirementKind.OPERATION, operation.key(), verdict, reason, key);
    }

    /** Where closing is a move, whether a deal was won can only be told by stages that the configuration names. */
    private Optional<PortabilityFinding> status() {
        if (!comparison.reads() || comparison.isSameVendor()) {
            return Optional.empty();
        }
        Optional<String> missing = missing(Operation.WIN).or(() -> missing(Operation.LOSE));
        if (missing.isPresent()) {
            return Optional.of(new PortabilityFinding(
                    RequirementKind.FIELD,
                    "status",
                    PortabilityVerdict.LOST,
                    comparison.toProvider() + " does not mark the stages of won and lost deals, so that their status is"
                            + " read as UNKNOWN; set deals.won-stage and deals.lost-stage",
                    missing));
        }
        return comparison.target().support(Operation.WIN) != Support.DERIVED
                ? Optional.empty()
                : Optional.of(new PortabilityFinding(
                        RequirementKind.FIELD,
                        "status",
                        PortabilityVerdict.DERIVED,
                        "is told by deals.won-stage, deals.lost-stage and deals.open-stage; in any other stage it may be"
                                + " UNKNOWN"));
    }

    private Optional<String> missing(Operation operation) {
        return comparison.target().supports(operation) ? Optional.empty() : closingKey(operation);
    }

    /** The stage that would make the target offer it. */
    private Optional<String> closingKey(Operation operation) {
        Optional<String> key = switch (operation) {
            case WIN -> Optional.of("deals.won-stage");
            case LOSE -> Optional.of("deals.lost-stage");
            case REOPEN -> Optional.of("deals.open-stage");
            default -> Optional.empty();
        };
        return key.filter(stage -> Capabilities.of(
                        DealsConfig.from(Map.of("deals.provider", comparison.toProvider(), stage, "stage")))
                .supports(operation));
    }
}
