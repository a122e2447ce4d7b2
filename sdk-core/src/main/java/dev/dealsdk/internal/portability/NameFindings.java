package dev.dealsdk.internal.portability;

import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityVerdict;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of the names of stages and custom fields: those of the program, and those of the first configuration. */
final class NameFindings {
    private final Sides sides;

    NameFindings(Sides sides) {
        this.sides = sides;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        names(RequirementKind.STAGE, sides.from().stages().keySet()).forEach(name -> findings.add(stage(name)));
        if (!sides.all(RequirementKind.STAGE_ID).isEmpty()) {
            findings.add(stageIds());
        }
        names(RequirementKind.CUSTOM_FIELD, sides.from().fields().keySet())
                .forEach(name -> findings.add(customField(name)));
        return findings;
    }

    private Set<String> names(RequirementKind kind, Set<String> aliases) {
        Set<String> names = new TreeSet<>(aliases);
        sides.all(kind).stream().map(Requirement::name).forEach(names::add);
        return names;
    }

    private PortabilityFinding stage(String name) {
        PortabilityFinding.Builder finding =
                PortabilityFinding.builder().kind(RequirementKind.STAGE).subject("stage " + name);
        String key = "deals.stages." + name;
        String target = sides.to().stages().get(name);
        if (target != null) {
            return says(finding, PortabilityVerdict.SAME, "is \"" + target + "\" there, as " + inFile(key) + " says");
        }
        if (!sides.target().supports(Operation.LIST_STAGES)) {
            return says(
                    finding.key(key),
                    PortabilityVerdict.REFUSED,
                    "has no alias there, and " + sides.there() + " cannot look up a stage by its name; set "
                            + inFile(key) + " to the stage's id");
        }
        if (sides.isSameAccount() && !sides.from().stages().containsKey(name)) {
            return says(finding, PortabilityVerdict.SAME, "is looked up by its name, in the same account");
        }
        return says(
                finding.key(key),
                PortabilityVerdict.UNVERIFIED,
                "has no alias there, so that the account must have a stage of that name; if not, set " + inFile(key));
    }

    private PortabilityFinding stageIds() {
        PortabilityFinding.Builder finding =
                PortabilityFinding.builder().kind(RequirementKind.STAGE_ID).subject("stages by id");
        return sides.isSameAccount()
                ? says(finding, PortabilityVerdict.SAME, "the ids are those of the same account")
                : says(
                        finding.key("deals.stages.NAME"),
                        PortabilityVerdict.REFUSED,
                        "the program names stages by the ids of its account at " + sides.here()
                                + "; name them with StageRef.named, and set deals.stages.NAME in each configuration");
    }

    private PortabilityFinding customField(String name) {
        PortabilityFinding.Builder finding =
                PortabilityFinding.builder().kind(RequirementKind.CUSTOM_FIELD).subject("custom field " + name);
        boolean isWritten = sides.needs().uses().containsKey(Requirement.customField(name));
        PortabilityVerdict worst = isWritten ? PortabilityVerdict.REFUSED : PortabilityVerdict.LOST;
        if (isWritten && !sides.hasPlaceFor(DealField.CUSTOM_FIELDS)) {
            return says(
                    finding,
                    worst,
                    sides.note(
                            DealField.CUSTOM_FIELDS, sides.there() + " documents no call that writes a custom field"));
        }
        String key = "deals.fields." + name;
        Optional<String> target = Optional.ofNullable(sides.to().fields().get(name));
        boolean isKey = sides.isSameVendor() && !sides.from().fields().containsKey(name);
        if (target.isPresent()) {
            return says(
                    finding, PortabilityVerdict.SAME, "is \"" + target.get() + "\" there, as " + inFile(key) + " says");
        }
        if (isKey && sides.isSameAccount()) {
            return says(finding, PortabilityVerdict.SAME, "is a key of the same account");
        }
        return isKey
                ? says(
                        finding.key(key),
                        PortabilityVerdict.UNVERIFIED,
                        "has no alias, so that the other account must have a field of that key too; if not, set "
                                + inFile(key))
                : says(
                        finding.key(key),
                        worst,
                        "has no alias there: the name itself would be taken for a key of " + sides.there() + "; set "
                                + inFile(key));
    }

    /** As a properties file has it; names may hold blanks. */
    private static String inFile(String key) {
        return key.replaceAll("[ :=\\\\]", "\\\\$0");
    }

    private static PortabilityFinding says(
            PortabilityFinding.Builder finding, PortabilityVerdict verdict, String reason) {
        return finding.verdict(verdict).reason(reason).build();
    }
}
