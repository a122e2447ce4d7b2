package dev.dealsdk.portability;

import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.List;

/** What becomes of what a program uses of one vendor in particular: its own fields, its own API, idempotency keys. */
final class VendorFindings {
    private final Comparison comparison;

    VendorFindings(Comparison comparison) {
        this.comparison = comparison;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        for (Requirement requirement : comparison.needs().uses().keySet()) {
            switch (requirement.kind()) {
                case EXTRA, IDEMPOTENCY_KEY ->
                    requirement
                            .operation()
                            .filter(comparison.offered()::contains)
                            .ifPresent(operation -> findings.add(ofOperation(requirement, operation)));
                case VENDOR_API -> findings.add(api(requirement));
                default -> {
                    // Of every vendor.
                }
            }
        }
        return findings;
    }

    private PortabilityFinding ofOperation(Requirement requirement, Operation operation) {
        return requirement.kind() == RequirementKind.EXTRA
                ? extra(operation, requirement.name().substring(operation.key().length() + 1))
                : idempotencyKey(operation);
    }

    private PortabilityFinding extra(Operation operation, String name) {
        boolean isThere = comparison.target().extras(operation).contains(name);
        return new PortabilityFinding(
                RequirementKind.EXTRA,
                operation.key() + ": extras." + name,
                isThere ? same(PortabilityVerdict.UNVERIFIED) : PortabilityVerdict.REFUSED,
                isThere
                        ? comparison.toProvider() + " has a field of that name"
                                + (comparison.isSameVendor() ? "" : " too; see whether it means the same")
                        : "is a field of " + comparison.fromProvider() + " alone; " + comparison.toProvider()
                                + " takes "
                                + Comparison.listed(comparison.target().extras(operation).stream()
                                        .sorted()
                                        .toList()));
    }

    private PortabilityFinding idempotencyKey(Operation operation) {
        boolean isTaken = comparison.target().takesIdempotencyKey(operation);
        return new PortabilityFinding(
                RequirementKind.IDEMPOTENCY_KEY,
                operation.key() + ": idempotency key",
                isTaken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED,
                isTaken
                        ? comparison.toProvider() + " takes it"
                        : comparison.toProvider() + " documents no idempotency key for " + operation.key()
                                + "; leave it out");
    }

    private PortabilityFinding api(Requirement requirement) {
        return new PortabilityFinding(
                RequirementKind.VENDOR_API,
                requirement.name(),
                same(PortabilityVerdict.REFUSED),
                "is an API of " + comparison.fromProvider() + " alone");
    }

    private PortabilityVerdict same(PortabilityVerdict elsewhere) {
        return comparison.isSameVendor() ? PortabilityVerdict.SAME : elsewhere;
    }
}
