package dev.dealsdk.internal.portability;

import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityVerdict;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What becomes of the fields that a program sets, and of those it might find in deals. */
final class FieldFindings {
    private final Sides sides;
    private final List<PortabilityFinding> findings = new ArrayList<>();
    private final Set<DealField> refused = EnumSet.noneOf(DealField.class);

    FieldFindings(Sides sides) {
        this.sides = sides;
    }

    List<PortabilityFinding> all() {
        for (Operation operation : sides.offered()) {
            if (sides.isRecorded(operation)) {
                used(operation);
            } else {
                declared(operation);
            }
            required(operation);
        }
        lost();
        cleared();
        return findings;
    }

    private void used(Operation operation) {
        for (DealField field : DealField.values()) {
            if (!sides.uses(operation, field)) {
                continue;
            }
            if (isSetSometimesWhereRequired(operation, field)) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.UNVERIFIED,
                        sides.there() + " requires it, and the program set it in "
                                + sides.count(Requirement.field(operation, field)) + " of "
                                + sides.count(Requirement.operation(operation)) + " calls; always set it");
            } else if (sides.target().writableFields(operation).contains(field)) {
                add(operation, field, PortabilityVerdict.SAME, sides.there() + " takes it");
            } else {
                refused.add(field);
                add(operation, field, PortabilityVerdict.REFUSED, why(operation, field));
            }
        }
    }

    private boolean isSetSometimesWhereRequired(Operation operation, DealField field) {
        return sides.target().requiredFields(operation).contains(field)
                && sides.count(Requirement.field(operation, field)) < sides.count(Requirement.operation(operation));
    }

    /** What the target takes elsewhere, but not here; what it takes nowhere is told once for all operations. */
    private void declared(Operation operation) {
        for (DealField field : sides.source().writableFields(operation)) {
            if (!sides.target().writableFields(operation).contains(field) && sides.hasPlaceFor(field)) {
                add(operation, field, PortabilityVerdict.LOST, why(operation, field));
            }
        }
    }

    private void required(Operation operation) {
        for (DealField field : sides.target().requiredFields(operation)) {
            boolean isSet = sides.isRecorded(operation)
                    ? sides.uses(operation, field)
                    : sides.source().requiredFields(operation).contains(field);
            if (!isSet) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.REFUSED,
                        sides.there() + " requires it, and " + sides.here() + " does not; always set it");
            }
        }
    }

    private void lost() {
        Set<DealField> lost = EnumSet.noneOf(DealField.class);
        for (Operation operation : sides.operations()) {
            boolean counts = !sides.isRecorded(operation) && sides.target().supports(operation);
            if (counts) {
                lost.addAll(sides.source().writableFields(operation));
            }
        }
        // Where nothing can be written, what can be read is not known from what can be written.
        if (sides.reads() && sides.target().supports(Operation.UPDATE)) {
            lost.addAll(sides.source().writableFields(Operation.CREATE));
            lost.addAll(sides.source().writableFields(Operation.UPDATE));
        }
        lost.removeIf(field -> sides.hasPlaceFor(field) || refused.contains(field));
        lost.forEach(field -> findings.add(PortabilityFinding.builder()
                .kind(RequirementKind.FIELD)
                .subject(field.key())
                .verdict(PortabilityVerdict.LOST)
                .reason(sides.note(field, sides.there() + " documents no such field"))
                .build()));
    }

    private void cleared() {
        if (!sides.offered().contains(Operation.UPDATE)) {
            return;
        }
        for (DealField field : DealField.values()) {
            boolean isCleared = sides.all(RequirementKind.CLEARED_FIELD).stream()
                    .anyMatch(requirement -> requirement.name().equals(field.key()));
            if (isCleared) {
                boolean taken = sides.target().clearableFields().contains(field);
                findings.add(PortabilityFinding.builder()
                        .kind(RequirementKind.CLEARED_FIELD)
                        .subject("update: clear " + field.key())
                        .verdict(taken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED)
                        .reason(
                                taken
                                        ? sides.there() + " takes it"
                                        : sides.there() + " documents no way to take its value away")
                        .build());
            }
        }
    }

    private String why(Operation operation, DealField field) {
        return sides.note(
                field,
                sides.there() + " takes " + field.key() + " elsewhere, but documents no such field of "
                        + operation.key());
    }

    private void add(Operation operation, DealField field, PortabilityVerdict verdict, String reason) {
        findings.add(PortabilityFinding.builder()
                .kind(RequirementKind.FIELD)
                .subject(operation.key() + ": " + field.key())
                .verdict(verdict)
                .reason(reason)
                .build());
    }
}
