package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.FieldBridge;
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
    private final Set<DealField> told = EnumSet.noneOf(DealField.class);
    private final Set<DealField> bridgedIfDeclared = EnumSet.noneOf(DealField.class);
    private final Proposals proposals;
    /** What the target would require if the configuration filled in nothing. */
    private final Capabilities undefaulted;

    FieldFindings(Comparison comparison, Proposals proposals) {
        this.comparison = comparison;
        this.proposals = proposals;
        this.undefaulted = proposals.without("deals.default.");
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
        bridgedIfDeclared.forEach(field -> bridged(field.key(), bridge(field).orElseThrow()));
        cleared();
        return findings;
    }

    private void used(Operation operation) {
        for (DealField field : DealField.values()) {
            if (!comparison.uses(operation, field)) {
                continue;
            }
            boolean isWritable = comparison.target().writableFields(operation).contains(field);
            boolean isSetSometimes = comparison.count(Requirement.field(operation, field))
                    < comparison.count(Requirement.operation(operation));
            if (isSetSometimes && comparison.target().requiredFields(operation).contains(field)) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.UNVERIFIED,
                        comparison.toProvider() + " requires it, and the program set it in "
                                + comparison.count(Requirement.field(operation, field)) + " of "
                                + comparison.count(Requirement.operation(operation)) + " calls; always set it",
                        proposals.required(operation, field));
            } else if (isSetSometimes && isFilledIn(operation, field)) {
                filledIn(operation, field);
            } else if (bridge(field)
                    .filter(bridge -> isWritable || isDropped(bridge))
                    .isPresent()) {
                told.add(field);
                bridged(operation.key() + ": " + field.key(), bridge(field).orElseThrow());
            } else if (isWritable) {
                taken(operation, field);
            } else {
                refused.add(field);
                add(
                        operation,
                        field,
                        PortabilityVerdict.REFUSED,
                        why(operation, field),
                        proposals.field(operation, field));
            }
        }
    }

    private void taken(Operation operation, DealField field) {
        Optional<ValueDifference> difference = ValueDifference.of(field, comparison);
        if (difference.isPresent()) {
            findings.add(difference.get().finding(RequirementKind.FIELD, operation.key() + ": " + field.key()));
        } else {
            add(
                    operation,
                    field,
                    PortabilityVerdict.SAME,
                    ValueDifference.translation(field, comparison).orElse(comparison.toProvider() + " takes it"));
        }
    }

    private Optional<FieldBridge> bridge(DealField field) {
        return Optional.ofNullable(comparison.target().bridges().get(field));
    }

    private static boolean isDropped(FieldBridge bridge) {
        return bridge.kind() == FieldBridge.Kind.DROPPED;
    }

    /** What the configuration does with a field that the vendor has no place for. */
    private void bridged(String subject, FieldBridge bridge) {
        PortabilityVerdict verdict = switch (bridge.kind()) {
            case KEPT -> PortabilityVerdict.KEPT;
            case DROPPED -> PortabilityVerdict.DROPPED;
            case FIXED ->
                comparison
                                .from()
                                .config()
                                .currency()
                                .equals(comparison.to().config().currency())
                        ? PortabilityVerdict.SAME
                        : PortabilityVerdict.VALUES_DIFFER;
        };
        findings.add(new PortabilityFinding(RequirementKind.FIELD, subject, verdict, bridge.explanation()));
    }

    /** Whether the vendor requires a field, and the configuration says what is sent for it. */
    private boolean isFilledIn(Operation operation, DealField field) {
        return comparison.target().defaults().containsKey(field)
                && undefaulted.requiredFields(operation).contains(field);
    }

    private void filledIn(Operation operation, DealField field) {
        add(
                operation,
                field,
                PortabilityVerdict.DEFAULTED,
                comparison.toProvider() + " requires it: \""
                        + comparison.target().defaults().get(field)
                        + "\" is sent where the program does not set it, as deals.default." + field.configName()
                        + " says");
    }

    /** What the target takes elsewhere, but not here; what it takes nowhere is told once for all operations. */
    private void declared(Operation operation) {
        for (DealField field : comparison.source().writableFields(operation)) {
            boolean isWritable = comparison.target().writableFields(operation).contains(field);
            if (bridge(field).filter(bridge -> isWritable || isDropped(bridge)).isPresent()) {
                // With itself nothing changes.
                if (!comparison.isSameVendor()) {
                    bridgedIfDeclared.add(field);
                }
            } else if (isWritable) {
                takenIfDeclared.add(field);
            } else if (comparison.hasPlaceFor(field)) {
                add(
                        operation,
                        field,
                        PortabilityVerdict.LOST,
                        why(operation, field),
                        proposals.field(operation, field));
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
        for (DealField field : undefaulted.requiredFields(operation)) {
            boolean isRecorded = comparison.isRecorded(operation);
            boolean isSet = isRecorded
                    ? comparison.uses(operation, field)
                    : comparison.source().requiredFields(operation).contains(field)
                            || (comparison.isSameVendor() && isFilledIn(operation, field));
            if (isSet) {
                continue;
            }
            if (isFilledIn(operation, field)) {
                filledIn(operation, field);
            } else {
                add(
                        operation,
                        field,
                        PortabilityVerdict.REFUSED,
                        comparison.toProvider() + " requires it, and "
                                + (isRecorded ? "the program never sets it" : comparison.fromProvider() + " does not")
                                + "; always set it",
                        proposals.required(operation, field));
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
        for (DealField field : lost) {
            if (bridge(field).filter(FieldFindings::isDropped).isPresent()) {
                if (!comparison.isSameVendor() && !told.contains(field)) {
                    bridgedIfDeclared.add(field);
                }
            } else if (!comparison.hasPlaceFor(field) && !refused.contains(field)) {
                findings.add(new PortabilityFinding(
                        RequirementKind.FIELD,
                        field.key(),
                        PortabilityVerdict.LOST,
                        comparison.note(field, comparison.toProvider() + " documents no such field"),
                        field.operations().stream()
                                .filter(comparison.target()::supports)
                                .findFirst()
                                .map(operation -> proposals.field(operation, field))
                                .orElse(List.of())));
            }
        }
    }

    private void cleared() {
        if (!comparison.offered().contains(Operation.UPDATE)) {
            return;
        }
        for (DealField field : DealField.values()) {
            boolean isCleared = comparison.all(RequirementKind.CLEARED_FIELD).stream()
                    .anyMatch(requirement -> requirement.name().equals(field.key()));
            if (isCleared) {
                findings.add(cleared(field));
            }
        }
    }

    private PortabilityFinding cleared(DealField field) {
        String subject = "update: clear " + field.key();
        Optional<FieldBridge> bridge = bridge(field);
        if (comparison.target().clearableFields().contains(field)) {
            return bridge.isPresent()
                    ? new PortabilityFinding(
                            RequirementKind.CLEARED_FIELD,
                            subject,
                            PortabilityVerdict.KEPT,
                            bridge.get().explanation())
                    : new PortabilityFinding(
                            RequirementKind.CLEARED_FIELD,
                            subject,
                            PortabilityVerdict.SAME,
                            comparison.toProvider() + " takes it");
        }
        // A line that makes the field writable makes it clearable too.
        boolean isWritable =
                comparison.target().writableFields(Operation.UPDATE).contains(field);
        return new PortabilityFinding(
                RequirementKind.CLEARED_FIELD,
                subject,
                PortabilityVerdict.REFUSED,
                comparison.toProvider() + " documents no way to clear its value",
                isWritable ? List.of() : proposals.field(Operation.UPDATE, field));
    }

    private String why(Operation operation, DealField field) {
        return comparison.note(
                field,
                comparison.toProvider() + " takes " + field.key() + " elsewhere, but documents no such field of "
                        + operation.key());
    }

    private void add(Operation operation, DealField field, PortabilityVerdict verdict, String reason) {
        add(operation, field, verdict, reason, List.of());
    }

    private void add(
            Operation operation,
            DealField field,
            PortabilityVerdict verdict,
            String reason,
            List<SuggestedLine> lines) {
        findings.add(new PortabilityFinding(
                RequirementKind.FIELD, operation.key() + ": " + field.key(), verdict, reason, lines));
    }
}
