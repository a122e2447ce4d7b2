package dev.dealsdk.internal.portability;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityVerdict;
import dev.dealsdk.RequirementKind;
import dev.dealsdk.Support;
import dev.dealsdk.internal.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of each operation, and of the status that tells whether a deal was won or lost. */
final class OperationFindings {
    private static final String ALLOW = "deals.allow-unverified";

    private final Sides sides;

    OperationFindings(Sides sides) {
        this.sides = sides;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        sides.operations().forEach(operation -> findings.add(finding(operation)));
        status().ifPresent(findings::add);
        return findings;
    }

    private PortabilityFinding finding(Operation operation) {
        String reason = sides.target().explain(operation);
        Support support = sides.target().support(operation);
        PortabilityFinding.Builder finding = PortabilityFinding.builder()
                .kind(RequirementKind.OPERATION)
                .subject(operation.key())
                .reason(reason);
        if (sides.isSameVendor()
                && sides.source().supports(operation)
                && sides.target().supports(operation)) {
            return finding.verdict(PortabilityVerdict.SAME).build();
        }
        switch (support) {
            case DOCUMENTED -> finding.verdict(PortabilityVerdict.SAME);
            case DERIVED -> finding.verdict(PortabilityVerdict.DERIVED);
            case UNVERIFIED -> {
                if (sides.target().supports(operation)) {
                    finding.verdict(PortabilityVerdict.UNVERIFIED);
                } else {
                    finding.verdict(PortabilityVerdict.REFUSED)
                            .reason("off, because it is not fully documented: " + reason + "; set " + ALLOW
                                    + "=true to try it")
                            .key(ALLOW);
                }
            }
            case NONE -> finding.verdict(PortabilityVerdict.REFUSED).key(closingKey(operation));
        }
        return finding.build();
    }

    /** Where closing is a move, whether a deal was won can only be told by stages that the configuration names. */
    private Optional<PortabilityFinding> status() {
        if (!sides.reads() || sides.isSameVendor()) {
            return Optional.empty();
        }
        PortabilityFinding.Builder finding =
                PortabilityFinding.builder().kind(RequirementKind.FIELD).subject("status");
        return missing(Operation.WIN)
                .or(() -> missing(Operation.LOSE))
                .map(key -> finding.verdict(PortabilityVerdict.LOST)
                        .reason(sides.there() + " does not mark the stages of won and lost deals, so that their status"
                                + " is read as UNKNOWN; set deals.won-stage and deals.lost-stage")
                        .key(key)
                        .build())
                .or(() -> Optional.of(finding)
                        .filter(known -> sides.target().support(Operation.WIN) == Support.DERIVED)
                        .map(known -> known.verdict(PortabilityVerdict.DERIVED)
                                .reason(
                                        "is told by deals.won-stage, deals.lost-stage and deals.open-stage; in any other"
                                                + " stage it may be UNKNOWN")
                                .build()));
    }

    private Optional<String> missing(Operation operation) {
        return sides.target().supports(operation) ? Optional.empty() : closingKey(operation);
    }

    /** The stage that would make the target offer it. */
    private Optional<String> closingKey(Operation operation) {
        Optional<String> key = switch (operation) {
            case WIN -> Optional.of("deals.won-stage");
            case LOSE -> Optional.of("deals.lost-stage");
            case REOPEN -> Optional.of("deals.open-stage");
            default -> Optional.empty();
        };
        return key.filter(stage -> Providers.capabilities(
                        DealsConfig.from(Map.of("deals.provider", sides.there(), stage, "stage")))
                .supports(operation));
    }
}
