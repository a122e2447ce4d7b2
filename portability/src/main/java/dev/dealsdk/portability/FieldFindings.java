package dev.dealsdk.portability;

import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of the fields that a program sets, and of those it might find in deals. */
final class FieldFindings {
    private final Comparison comparison;
    private final List<PortabilityFinding> findings = new ArrayList<>();
    private final Set<DealField> refused = EnumSet.noneOf(DealField.class);
    private final Set<DealField> takenIfDeclared = EnumSet.noneOf(DealField.class);

    FieldFindings(Comparison comparison) {
        this.comparison = comparison;
    }

    List<PortabilityFinding> all() {
        for (Operation operation : comparison.offered()) {
            if (comparison.isRecorded(operation)) {
                used(operation);
            } else {
                declared(operation);
            }
            required(operation);
        }
        differing();
        lost();
        cleared();
        return findings;
    }

    private void used(Operation operation) {
        for (DealField field : DealField.values()) {
            if (!comparison.uses(operation, field)) {
                continue;
            }
            if (isSetSometimesWhereRequired(operation, field)) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.UNVERIFIED,
                        comparison.toProvider() + " requires it, and the program set it in "
                                + comparison.count(Requirement.field(operation, field)) + " of "
                                + comparison.count(Requirement.operation(operation)) + " calls; always set it");
            } else if (comparison.target().writableFields(operation).contains(field)) {
                taken(operation, field);
            } else {
                refused.add(field);
                add(operation, field, PortabilityVerdict.REFUSED, why(operation, field));
            }
        }
    }

    private void taken(Operation operation, DealField field) {
        Optional<ValueDifference> difference = ValueDifference.of(field, comparison);
        if (difference.isPresent()) {
            findings.add(difference.get().finding(RequirementKind.FIELD, operation.key() + ": " + field.key()));
        } else {
            add(operation, field, PortabilityVerdict.SAME, comparison.toProvider() + " takes it");
        }
    }

    private boolean isSetSometimesWhereRequired(Operation operation, DealField field) {
        return comparison.target().requiredFields(operation).contains(field)
                && comparison.count(Requirement.field(operation, field))
                        < comparison.count(Requirement.operation(operation));
    }

    /** What the target takes elsewhere, but not here; what it takes nowhere is told once for all operations. */
    private void declared(Operation operation) {
        for (DealField field : comparison.source().writableFields(operation)) {
            if (comparison.target().writableFields(operation).contains(field)) {
                takenIfDeclared.add(field);
            } else if (comparison.hasPlaceFor(field)) {
                add(operation, field, PortabilityVerdict.LOST, why(operation, field));
            }
        }
    }

    /** Once for all operations that are declared only: which of them sets the field is not known. */
    private void differing() {
        for (DealField field : takenIfDeclared) {
            ValueDifference.of(field, comparison)
                    .ifPresent(difference -> findings.add(difference.finding(RequirementKind.FIELD, field.key())));
        }
    }

    private void required(Operation operation) {
        for (DealField field : comparison.target().requiredFields(operation)) {
            boolean isSet = comparison.isRecorded(operation)
                    ? comparison.uses(operation, field)
                    : comparison.source().requiredFields(operation).contains(field);
            if (!isSet) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.REFUSED,
                        comparison.toProvider() + " requires it, and " + comparison.fromProvider()
                                + " does not; always set it");
            }
        }
    }

    private void lost() {
        Set<DealField> lost = EnumSet.noneOf(DealField.class);
        for (Operation operation : comparison.operations()) {
            boolean counts =
                    !comparison.isRecorded(operation) && comparison.target().supports(operation);
            if (counts) {
                lost.addAll(comparison.source().writableFields(operation));
            }
        }
        // Where nothing can be written, what can be read is not known from what can be written.
        if (comparison.reads() && comparison.target().supports(Operation.UPDATE)) {
            lost.addAll(comparison.source().writableFields(Operation.CREATE));
            lost.addAll(comparison.source().writableFields(Operation.UPDATE));
        }
        lost.removeIf(field -> comparison.hasPlaceFor(field) || refused.contains(field));
        lost.forEach(field -> findings.add(new PortabilityFinding(
                RequirementKind.FIELD,
                field.key(),
                PortabilityVerdict.LOST,
                comparison.note(field, comparison.toProvider() + " documents no such field"))));
    }

    private void cleared() {
        if (!comparison.offered().contains(Operation.UPDATE)) {
            return;
        }
        for (DealField field : DealField.values()) {
            boolean isCleared = comparison.all(RequirementKind.CLEARED_FIELD).stream()
                    .anyMatch(requirement -> requirement.name().equals(field.key()));
            if (isCleared) {
                boolean taken = comparison.target().clearableFields().contains(field);
                findings.add(new PortabilityFinding(
                        RequirementKind.CLEARED_FIELD,
                        "update: clear " + field.key(),
                        taken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED,
                        taken
                                ? comparison.toProvider() + " takes it"
                                : comparison.toProvider() + " documents no way to take its value away"));
            }
        }
    }

    private String why(Operation operation, DealField field) {
        return comparison.note(
                field,
                comparison.toProvider() + " takes " + field.key() + " elsewhere, but documents no such field of "
                        + operation.key());
    }

    private void add(Operation operation, DealField field, PortabilityVerdict verdict, String reason) {
        findings.add(
                new PortabilityFinding(RequirementKind.FIELD, operation.key() + ": " + field.key(), verdict, reason));
    }
}
