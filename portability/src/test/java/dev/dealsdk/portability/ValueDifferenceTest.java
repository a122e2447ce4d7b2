package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What works with another vendor or account, but not with the same values. */
final class ValueDifferenceTest {

    @Test
    void compare_closedListOfTheOtherVendor_isNotTheSame() {
        Requirements program = recorded(
                Requirement.operation(Operation.LOSE), Requirement.field(Operation.LOSE, DealField.LOST_REASON));

        PortabilityFinding reason = finding(compare("play2sell", "stora", program), "lose: reason");

        assertThat(reason.verdict()).isEqualTo(PortabilityVerdict.VALUES_DIFFER);
        assertThat(reason.reason())
                .contains("stora takes one of a closed list", "price_concerns", "set deals.lost-reasons.NAME");
        assertThat(finding(compare("stora", "play2sell", program), "lose: reason")
                        .verdict())
                .as("and back")
                .isEqualTo(PortabilityVerdict.VALUES_DIFFER);
    }

    @Test
    void compare_declaredAlone_tellsWhatDiffersOnceForAllOperations() {
        PortabilityReport report = compare(
                "play2sell",
                "stora",
                Requirements.of(
                        Requirement.operation(Operation.CREATE),
                        Requirement.operation(Operation.UPDATE),
                        Requirement.operation(Operation.LOSE)));

        assertThat(report.findings(PortabilityVerdict.VALUES_DIFFER))
                .extracting(PortabilityFinding::subject)
                .containsExactlyInAnyOrder("reason", "ownerIds", "customFields");
    }

    @Test
    void compare_idsOfTheAccount_differInAnotherOne() {
        Requirements program = recorded(
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.NAME),
                Requirement.field(Operation.CREATE, DealField.OWNERS),
                Requirement.operation(Operation.LIST),
                Requirement.filter(DealFilter.OWNER),
                Requirement.filter(DealFilter.TEAM),
                Requirement.filter(DealFilter.STATUS));

        PortabilityReport report = Portability.compare(
                config("play2sell", "deals.token", "one"), config("play2sell", "deals.token", "other"), program);

        assertThat(report.findings(PortabilityVerdict.VALUES_DIFFER))
                .extracting(PortabilityFinding::subject, PortabilityFinding::reason)
                .containsExactlyInAnyOrder(
                        tuple(
                                "create: ownerIds",
                                "each account has ids of its own for owners; set deals.owners.NAME, and check that the"
                                        + " values fit"),
                        tuple(
                                "filter ownerId",
                                "each account has ids of its own for owners; set deals.owners.NAME, and check that the"
                                        + " values fit"),
                        tuple(
                                "filter teamId",
                                "each account has ids of its own for teams; no key translates them: carry them over in"
                                        + " the program"));
        assertThat(finding(report, "filter status").verdict()).isEqualTo(PortabilityVerdict.SAME);
        assertThat(finding(report, "create: name").verdict()).isEqualTo(PortabilityVerdict.SAME);
    }

    @Test
    void compare_customFieldWithAnAlias_isBridgedInNameAndNotInType() {
        Requirements program = recorded(
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.CUSTOM_FIELDS),
                Requirement.customField("margin"));

        PortabilityReport report = Portability.compare(
                config("play2sell", "deals.fields.margin", "margin"),
                config("stora", "deals.fields.margin", "margin_percent"),
                program);

        assertThat(finding(report, "custom field margin"))
                .extracting(PortabilityFinding::verdict, PortabilityFinding::reason)
                .containsExactly(
                        PortabilityVerdict.VALUES_DIFFER,
                        "is \"margin_percent\" there, as deals.fields.margin says; each account has custom fields, types"
                                + " and lengths of its own; stora takes at most 20 texts of up to 500 characters, with"
                                + " keys of up to 40 [guide: metadata]; check that the values fit");
        assertThat(finding(report, "create: customFields"))
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(PortabilityVerdict.VALUES_DIFFER))
                .satisfies(finding -> assertThat(finding.key()).contains("deals.fields.NAME"));
    }

    @Test
    void compare_referencesHere_needTheirFieldThere() {
        Requirements program = recorded(Requirement.operation(Operation.CREATE));
        DealsConfig from = config("play2sell", "deals.reference-field", "ref");

        PortabilityFinding without = finding(Portability.compare(from, config("stora"), program), "reference");
        PortabilityFinding with = finding(
                Portability.compare(from, config("stora", "deals.reference-field", "reference"), program), "reference");

        assertThat(without.verdict()).isEqualTo(PortabilityVerdict.LOST);
        assertThat(without.key()).contains("deals.reference-field");
        assertThat(with.verdict()).isEqualTo(PortabilityVerdict.SAME);
        assertThat(with.reason()).contains("\"reference\"");
    }

    @Test
    void render_valuesDiffer_isAGroupOfItsOwn() {
        PortabilityReport report = compare(
                "play2sell",
                "stora",
                recorded(
                        Requirement.operation(Operation.LOSE),
                        Requirement.field(Operation.LOSE, DealField.LOST_REASON)));

        assertThat(report.render(80)).startsWith("play2sell -> stora: 1 values differ, 1 same\n");
        assertThat(report.render(80)).contains("\nvalues differ\n  lose: reason");
    }

    private static PortabilityReport compare(String from, String to, Requirements program) {
        return Portability.compare(config(from), config(to), program);
    }

    private static DealsConfig config(String vendor, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.provider", vendor));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return DealsConfig.from(values);
    }

    private static Requirements recorded(Requirement... uses) {
        return Requirements.counted(Stream.of(uses).collect(Collectors.toMap(use -> use, use -> 1L)));
    }

    private static PortabilityFinding finding(PortabilityReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in " + report.render(120)));
    }
}
