package dev.dealsdk.internal.portability;

import dev.dealsdk.Operation;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityVerdict;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import java.util.ArrayList;
import java.util.List;

/** What becomes of what a program uses of one vendor in particular: its own fields, its own API, idempotency keys. */
final class VendorFindings {
    private final Sides sides;

    VendorFindings(Sides sides) {
        this.sides = sides;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        for (Requirement requirement : sides.needs().uses().keySet()) {
            switch (requirement.kind()) {
                case EXTRA, IDEMPOTENCY_KEY ->
                    requirement
                            .operation()
                            .filter(sides.offered()::contains)
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
        boolean isThere = sides.target().extras(operation).contains(name);
        return PortabilityFinding.builder()
                .kind(RequirementKind.EXTRA)
                .subject(operation.key() + ": extras." + name)
                .verdict(!isThere ? PortabilityVerdict.REFUSED : same(PortabilityVerdict.UNVERIFIED))
                .reason(
                        isThere
                                ? sides.there() + " has a field of that name"
                                        + (sides.isSameVendor() ? "" : " too; see whether it means the same")
                                : "is a field of " + sides.here() + " alone; " + sides.there() + " takes "
                                        + Sides.listed(sides.target().extras(operation).stream()
                                                .sorted()
                                                .toList()))
                .build();
    }

    private PortabilityFinding idempotencyKey(Operation operation) {
        boolean isTaken = sides.target().takesIdempotencyKey(operation);
        return PortabilityFinding.builder()
                .kind(RequirementKind.IDEMPOTENCY_KEY)
                .subject(operation.key() + ": idempotency key")
                .verdict(isTaken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED)
                .reason(
                        isTaken
                                ? sides.there() + " takes it"
                                : sides.there() + " documents no idempotency key for " + operation.key()
                                        + "; leave it out")
                .build();
    }

    private PortabilityFinding api(Requirement requirement) {
        return PortabilityFinding.builder()
                .kind(RequirementKind.VENDOR_API)
                .subject(requirement.name())
                .verdict(same(PortabilityVerdict.REFUSED))
                .reason("is an API of " + sides.here() + " alone")
                .build();
    }

    private PortabilityVerdict same(PortabilityVerdict elsewhere) {
        return sides.isSameVendor() ? PortabilityVerdict.SAME : elsewhere;
    }
}
