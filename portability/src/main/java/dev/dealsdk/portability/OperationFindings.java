package dev.dealsdk.portability;

import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of each operation, and of the status that tells whether a deal was won or lost. */
final class OperationFindings {
    private static final String ALLOW = "deals.allow-unverified";

    private final Comparison comparison;
    private final Proposals proposals;

    OperationFindings(Comparison comparison, Proposals proposals) {
        this.comparison = comparison;
        this.proposals = proposals;
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
            return of(operation, PortabilityVerdict.SAME, reason);
        }
        return switch (comparison.target().support(operation)) {
            case DOCUMENTED -> of(operation, PortabilityVerdict.SAME, reason);
            case DERIVED -> of(operation, PortabilityVerdict.DERIVED, reason);
            case UNVERIFIED ->
                isThere
                        ? of(operation, PortabilityVerdict.UNVERIFIED, reason)
                        : refused(
                                operation,
                                "off, because it is not fully documented: " + reason + "; set " + ALLOW
                                        + "=true to try it");
            case NONE -> refused(operation, reason);
        };
    }

    private static PortabilityFinding of(Operation operation, PortabilityVerdict verdict, String reason) {
        return new PortabilityFinding(RequirementKind.OPERATION, operation.key(), verdict, reason);
    }

    private PortabilityFinding refused(Operation operation, String reason) {
        return new PortabilityFinding(
                RequirementKind.OPERATION,
                operation.key(),
                PortabilityVerdict.REFUSED,
                reason,
                proposals.operation(operation));
    }

    /** Where closing is a move, whether a deal was won can only be told by stages that the configuration names. */
    private Optional<PortabilityFinding> status() {
        if (!comparison.reads() || comparison.isSameVendor()) {
            return Optional.empty();
        }
        List<SuggestedLine> missing = Stream.of(Operation.WIN, Operation.LOSE)
                .filter(operation -> !comparison.target().supports(operation))
                .flatMap(operation -> proposals.operation(operation).stream())
                .filter(line -> line.key().endsWith("-stage"))
                .toList();
        if (!missing.isEmpty()) {
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
}
