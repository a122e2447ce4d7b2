package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report says of fields, filters and orders that the configuration bridges, and which lines it suggests. */
final class BridgedSwitchTest {

    @Test
    void compare_fieldsThatAreBridged_sayHow() {
        Requirements program = recorded(
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.NAME),
                Requirement.field(Operation.CREATE, DealField.VALUE),
                Requirement.field(Operation.CREATE, DealField.TAGS),
                Requirement.operation(Operation.UPDATE),
                new Requirement(RequirementKind.CLEARED_FIELD, "value"),
                Requirement.operation(Operation.LIST),
                Requirement.filter(DealFilter.STATUS),
                Requirement.sort(DealSort.VALUE));

        PortabilityReport report = Portability.compare(
                config("play2sell"),
                config(
                        "stora",
                        "deals.keep.value",
                        "custom:amount",
                        "deals.drop",
                        "tags",
                        "deals.local-query",
                        "filters,sorts"),
                program);

        assertThat(report.isPortable()).isTrue();
        assertThat(report.findings())
                .extracting(PortabilityFinding::subject, PortabilityFinding::verdict, PortabilityFinding::reason)
                .contains(
                        tuple(
                                "create: value",
                                PortabilityVerdict.KEPT,
                                "kept in customFields.amount, as deals.keep.value says"),
                        tuple("create: tags", PortabilityVerdict.DROPPED, "left out, as deals.drop says"),
                        tuple(
                                "update: clear value",
                                PortabilityVerdict.KEPT,
                                "kept in customFields.amount, as deals.keep.value says"),
                        tuple(
                                "filter status",
                                PortabilityVerdict.APPLIED_HERE,
                                "applied by the SDK to the deals that it reads, as deals.local-query says"),
                        tuple(
                                "order value",
                                PortabilityVerdict.APPLIED_HERE,
                                "applied by the SDK to the deals that it reads, as deals.local-query says"));
        assertThat(report.render(80)).contains("1 dropped, ", " 2 kept, ", " 2 applied here, ");
    }

    @Test
    void compare_declaredAlone_tellsWhatIsBridgedOnce() {
        PortabilityReport report = Portability.compare(
                config("play2sell"),
                config("stora", "deals.keep.value", "custom:amount", "deals.drop", "tags"),
                Requirements.of(Requirement.operation(Operation.CREATE), Requirement.operation(Operation.UPDATE)));

        assertThat(report.findings())
                .filteredOn(finding ->
                        finding.subject().contains("value") || finding.subject().contains("tags"))
                .extracting(PortabilityFinding::subject, PortabilityFinding::verdict)
                .containsExactly(tuple("tags", PortabilityVerdict.DROPPED), tuple("value", PortabilityVerdict.KEPT));
    }

    @Test
    void compare_requiredFieldWithADefault_isFilledIn() {
        Requirements program =
                recorded(Requirement.operation(Operation.CREATE), Requirement.field(Operation.CREATE, DealField.NAME));

        PortabilityFinding without =
                finding(Portability.compare(config("stora"), config("play2sell"), program), "create: value");
        PortabilityFinding with = finding(
                Portability.compare(config("stora"), config("play2sell", "deals.default.value", "0"), program),
                "create: value");

        assertThat(without.verdict()).isEqualTo(PortabilityVerdict.REFUSED);
        assertThat(without.lines()).containsExactly(new SuggestedLine("deals.default.value", "0", false));
        assertThat(with.verdict()).isEqualTo(PortabilityVerdict.DEFAULTED);
        assertThat(with.reason())
                .isEqualTo("play2sell requires it: \"0\" is sent where the program does not set it, as"
                        + " deals.default.value says");
    }

    @Test
    void compare_namesThatTheOtherFileTranslates_areTheSame() {
        Requirements program = recorded(
                Requirement.operation(Operation.LOSE),
                Requirement.field(Operation.LOSE, DealField.LOST_REASON),
                Requirement.operation(Operation.UPDATE),
                Requirement.field(Operation.UPDATE, DealField.OWNERS));
        DealsConfig from = config(
                "play2sell",
                "deals.lost-reasons.price",
                "Price",
                "deals.owners.anna",
                "660e8400-e29b-41d4-a716-446655440001");

        PortabilityReport some = Portability.compare(
                from,
                config("stora", "deals.lost-reasons.price", "price_concerns", "deals.owners.ben", "staff_1"),
                program);

        assertThat(finding(some, "lose: reason"))
                .extracting(PortabilityFinding::verdict, PortabilityFinding::reason)
                .containsExactly(PortabilityVerdict.SAME, "deals.lost-reasons.NAME translates price");
        assertThat(finding(some, "update: ownerIds"))
                .extracting(PortabilityFinding::verdict, PortabilityFinding::lines)
                .containsExactly(
                        PortabilityVerdict.VALUES_DIFFER,
                        List.of(new SuggestedLine("deals.owners.anna", "OWNER_ID", false)));
    }

    @Test
    void compare_refusals_proposeTheLine() {
        Requirements program = recorded(
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.TAGS),
                Requirement.customField("tags"),
                Requirement.operation(Operation.WIN),
                Requirement.field(Operation.WIN, DealField.FINAL_VALUE),
                Requirement.operation(Operation.LIST),
                Requirement.sort(DealSort.CREATED_AT),
                Requirement.filter(DealFilter.MIN_VALUE),
                Requirement.filter(DealFilter.TEAM));

        PortabilityReport report = Portability.compare(config("play2sell"), config("stora"), program);

        assertThat(finding(report, "create: tags").lines())
                .as("the program has a custom field of that name")
                .hasToString("[deals.keep.tags=custom:kept_tags]");
        assertThat(finding(report, "win: finalValue").lines())
                .hasToString("[deals.keep.value=custom:value, deals.keep.final-value=value]");
        assertThat(finding(report, "order created-at").lines()).hasToString("[deals.local-query=filters,sorts]");
        assertThat(finding(report, "filter minValue").lines())
                .hasToString("[deals.keep.value=custom:value, deals.local-query=filters]");
        assertThat(finding(report, "filter teamId").lines()).isEmpty();
        assertThat(report.render(100)).contains("  + deals.keep.tags=custom:kept_tags\n");
    }

    @Test
    void compare_vendorThatMakesKeysUp_leavesTheKeyOpen() {
        Requirements program =
                recorded(Requirement.operation(Operation.CREATE), Requirement.field(Operation.CREATE, DealField.TAGS));

        PortabilityReport report = Portability.compare(config("play2sell"), config("stardex"), program);

        assertThat(finding(report, "create: tags").lines())
                .containsExactly(new SuggestedLine("deals.keep.tags", "custom:KEY_OF_A_TEXT_FIELD", false));
    }

    @Test
    void compare_stagesOfTheConfiguration_areNoStagesOfTheAccount() {
        Requirements program = recorded(Requirement.operation(Operation.MOVE), Requirement.stage("talks"));

        PortabilityReport report = Portability.compare(
                config("play2sell"),
                config("stardex", "deals.stages.other", "ccc33333-dddd-eeee-ffff-000000002222"),
                program);

        assertThat(finding(report, "stage talks").verdict()).isEqualTo(PortabilityVerdict.REFUSED);
    }

    @Test
    void suggest_readyLines_bridgeAllThatNeedsNobody() throws IOException {
        DealsConfig from = config("play2sell");
        DealsConfig to = config(
                "stora",
                "deals.token",
                "hush",
                "deals.quota-store",
                "redis://:hush@cache.example.com",
                "deals.stages.qualification",
                "dstg 1");
        Requirements program = recorded(
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.TAGS),
                Requirement.field(Operation.CREATE, DealField.VALUE),
                Requirement.operation(Operation.WIN),
                Requirement.field(Operation.WIN, DealField.FINAL_VALUE),
                Requirement.operation(Operation.DELETE),
                Requirement.operation(Operation.LIST),
                Requirement.filter(DealFilter.STATUS),
                Requirement.sort(DealSort.VALUE),
                Requirement.operation(Operation.MOVE),
                Requirement.stage("new stage"));

        String text = Portability.suggest(from, to, program);

        Map<String, String> made = read(text);
        assertThat(made)
                .containsEntry("deals.provider", "stora")
                .containsEntry("deals.stages.qualification", "dstg 1")
                .containsEntry("deals.keep.tags", "custom:tags")
                .containsEntry("deals.keep.final-value", "value")
                .containsEntry("deals.local-query", "filters,sorts")
                .doesNotContainKeys("deals.token", "deals.allow-unverified", "deals.stages.new stage");
        assertThat(text)
                .doesNotContain("hush")
                .contains(
                        "\n#deals.token=${STORA_TOKEN}\n",
                        "\n#deals.allow-unverified=true\n",
                        "\n#deals.stages.new\\ stage=STAGE_ID\n",
                        "# No line helps with these: the program has to change.\n# - delete: ");
        assertThat(Portability.compare(from, DealsConfig.from(made), program).findings(PortabilityVerdict.REFUSED))
                .extracting(PortabilityFinding::subject)
                .containsExactly("delete", "move");
    }

    @Test
    void suggest_linesToDecide_bringOthers() throws IOException {
        Requirements program =
                recorded(Requirement.operation(Operation.WIN), Requirement.field(Operation.WIN, DealField.NOTE));

        String text = Portability.suggest(config("play2sell"), config("stardex"), program);

        assertThat(text)
                .contains("\n#deals.won-stage=STAGE_ID\n", "\n#deals.keep.note=custom:KEY_OF_A_TEXT_FIELD\n")
                .doesNotContain("No line helps");
        assertThat(read(text)).containsOnlyKeys("deals.provider");
    }

    @Test
    void suggest_dropAlone_isLeftToPeople() {
        Requirements program = recorded(
                Requirement.operation(Operation.UPDATE), Requirement.field(Operation.UPDATE, DealField.CONTACT_ID));

        String text = Portability.suggest(config("play2sell"), config("stora"), program);

        assertThat(text).contains("\n#deals.drop=contact-id\n");
    }

    private static Map<String, String> read(String text) throws IOException {
        Properties file = new Properties();
        file.load(new StringReader(text));
        Map<String, String> settings = new HashMap<>();
        file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key, "")));
        return settings;
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
