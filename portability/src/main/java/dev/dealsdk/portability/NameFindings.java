package dev.dealsdk.portability;

import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of the names of stages and custom fields: those of the program, and those of the first configuration. */
final class NameFindings {
    private static final String REFERENCE = "reference";

    private final Comparison comparison;

    NameFindings(Comparison comparison) {
        this.comparison = comparison;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        names(RequirementKind.STAGE, comparison.from().config().stages().keySet())
                .forEach(name -> findings.add(stage(name)));
        if (!comparison.all(RequirementKind.STAGE_ID).isEmpty()) {
            findings.add(stageIds());
        }
        names(RequirementKind.CUSTOM_FIELD, comparison.from().config().fields().keySet())
                .forEach(name -> findings.add(customField(name)));
        reference().ifPresent(findings::add);
        return findings;
    }

    private Set<String> names(RequirementKind kind, Set<String> aliases) {
        Set<String> names = new TreeSet<>(aliases);
        comparison.all(kind).stream().map(Requirement::name).forEach(names::add);
        return names;
    }

    private PortabilityFinding stage(String name) {
        String subject = "stage " + name;
        String key = "deals.stages." + name;
        SuggestedLine line = SuggestedLine.toDecide(key, "STAGE_ID");
        String target = comparison.to().config().stages().get(name);
        if (target != null) {
            return new PortabilityFinding(
                    RequirementKind.STAGE,
                    subject,
                    PortabilityVerdict.SAME,
                    "is \"" + target + "\" there, as " + inFile(key) + " says");
        }
        if (!comparison.target().supports(Operation.LIST_STAGES)
                || comparison.target().configuredStages()) {
            return new PortabilityFinding(
                    RequirementKind.STAGE,
                    subject,
                    PortabilityVerdict.REFUSED,
                    "has no alias there, and " + comparison.toProvider() + " cannot look up a stage by its name; set "
                            + inFile(key) + " to the stage's id",
                    List.of(line));
        }
        if (comparison.isSameAccount() && !comparison.from().config().stages().containsKey(name)) {
            return new PortabilityFinding(
                    RequirementKind.STAGE,
                    subject,
                    PortabilityVerdict.SAME,
                    "is looked up by its name, in the same account");
        }
        return new PortabilityFinding(
                RequirementKind.STAGE,
                subject,
                PortabilityVerdict.UNVERIFIED,
                "has no alias there, so the account must have a stage with that name; otherwise, set " + inFile(key),
                List.of(line));
    }

    private PortabilityFinding stageIds() {
        return comparison.isSameAccount()
                ? new PortabilityFinding(
                        RequirementKind.STAGE_ID,
                        "stages by id",
                        PortabilityVerdict.SAME,
                        "the ids are those of the same account")
                : new PortabilityFinding(
                        RequirementKind.STAGE_ID,
                        "stages by id",
                        PortabilityVerdict.REFUSED,
                        "the program names stages by the ids of its account at " + comparison.fromProvider()
                                + "; name them with StageRef.named, and set deals.stages.NAME in each configuration",
                        List.of(SuggestedLine.toDecide("deals.stages.NAME", "STAGE_ID")));
    }

    private PortabilityFinding customField(String name) {
        String subject = "custom field " + name;
        boolean isWritten = comparison.needs().uses().containsKey(Requirement.customField(name));
        PortabilityVerdict worst = isWritten ? PortabilityVerdict.REFUSED : PortabilityVerdict.LOST;
        if (isWritten && !comparison.hasPlaceFor(DealField.CUSTOM_FIELDS)) {
            return new PortabilityFinding(
                    RequirementKind.CUSTOM_FIELD,
                    subject,
                    worst,
                    comparison.note(
                            DealField.CUSTOM_FIELDS,
                            comparison.toProvider() + " documents no call that writes a custom field"));
        }
        String key = "deals.fields." + name;
        String target = comparison.to().config().fields().get(name);
        boolean isKey = comparison.isSameVendor()
                && !comparison.from().config().fields().containsKey(name);
        if (target != null) {
            return aliased(subject, "is \"" + target + "\" there, as " + inFile(key) + " says");
        }
        if (isKey && comparison.isSameAccount()) {
            return new PortabilityFinding(
                    RequirementKind.CUSTOM_FIELD, subject, PortabilityVerdict.SAME, "is a key of the same account");
        }
        return new PortabilityFinding(
                RequirementKind.CUSTOM_FIELD,
                subject,
                isKey ? PortabilityVerdict.UNVERIFIED : worst,
                isKey
                        ? "has no alias, so the other account must also have a field with that key; otherwise, set "
                                + inFile(key)
                        : "has no alias there: the name itself would be used as a key of " + comparison.toProvider()
                                + "; set " + inFile(key),
                List.of(SuggestedLine.toDecide(key, "KEY_OF_A_CUSTOM_FIELD")));
    }

    /** The name is bridged; whether the field there takes the same values is another matter. */
    private PortabilityFinding aliased(String subject, String says) {
        return ValueDifference.of(DealField.CUSTOM_FIELDS, comparison)
                .map(difference -> new PortabilityFinding(
                        RequirementKind.CUSTOM_FIELD,
                        subject,
                        PortabilityVerdict.VALUES_DIFFER,
                        says + "; " + difference.reason() + "; check that the values fit"))
                .orElseGet(() ->
                        new PortabilityFinding(RequirementKind.CUSTOM_FIELD, subject, PortabilityVerdict.SAME, says));
    }

    /** A reference is kept in a custom field, which each configuration names. */
    private Optional<PortabilityFinding> reference() {
        if (comparison.from().config().referenceField().isEmpty()
                || !comparison.offered().contains(Operation.CREATE)) {
            return Optional.empty();
        }
        Optional<String> there = comparison.to().config().referenceField();
        if (!comparison.target().takesReference()) {
            return Optional.of(new PortabilityFinding(
                    RequirementKind.CUSTOM_FIELD,
                    REFERENCE,
                    PortabilityVerdict.LOST,
                    comparison.toProvider() + " has no place for it; a create with a reference is refused"));
        }
        return Optional.of(
                there.isPresent()
                        ? new PortabilityFinding(
                                RequirementKind.CUSTOM_FIELD,
                                REFERENCE,
                                PortabilityVerdict.SAME,
                                "is kept in \"" + there.get() + "\" there, as deals.reference-field says")
                        : new PortabilityFinding(
                                RequirementKind.CUSTOM_FIELD,
                                REFERENCE,
                                PortabilityVerdict.LOST,
                                "has no place there: a create with a reference is refused; set deals.reference-field",
                                List.of(SuggestedLine.toDecide("deals.reference-field", "KEY_OF_A_TEXT_FIELD"))));
    }

    private static String inFile(String key) {
        return SuggestedLine.inFile(key);
    }
}
