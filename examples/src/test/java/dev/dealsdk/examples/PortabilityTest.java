package dev.dealsdk.examples;

import static dev.dealsdk.examples.Comparisons.config;
import static dev.dealsdk.examples.Comparisons.finding;
import static dev.dealsdk.examples.Comparisons.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealField;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.portability.Portability;
import dev.dealsdk.portability.PortabilityFinding;
import dev.dealsdk.portability.PortabilityReport;
import dev.dealsdk.portability.PortabilityVerdict;
import dev.dealsdk.portability.Requirement;
import dev.dealsdk.portability.RequirementKind;
import dev.dealsdk.portability.Requirements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says of programs between two of the vendors. */
final class PortabilityTest {

    @Test
    void compare_keysOfTheReportSet_nothingIsRefused() {
        DealsConfig here = config("play2sell");
        Requirements program = recorded(List.of(
                Requirement.operation(Operation.GET),
                Requirement.operation(Operation.MOVE),
                Requirement.field(Operation.MOVE, DealField.STAGE),
                Requirement.operation(Operation.WIN),
                Requirement.operation(Operation.LOSE),
                Requirement.stage("negotiation")));
        Map<String, String> there = new HashMap<>(Map.of("deals.provider", "stardex"));

        PortabilityReport before = Portability.compare(here, DealsConfig.from(there), program);
        before.findings(PortabilityVerdict.REFUSED)
                .forEach(finding -> there.put(finding.key().orElseThrow(), "an id"));
        PortabilityReport after = Portability.compare(here, DealsConfig.from(there), program);

        assertThat(there)
                .containsOnlyKeys("deals.provider", "deals.won-stage", "deals.lost-stage", "deals.stages.negotiation");
        assertThat(before.findings(PortabilityVerdict.REFUSED))
                .allSatisfy(finding ->
                        assertThat(finding.reason()).contains(finding.key().orElseThrow()));
        assertThat(after.findings(PortabilityVerdict.REFUSED)).isEmpty();
        assertThat(finding(after, "move").verdict()).isEqualTo(PortabilityVerdict.DERIVED);
        assertThat(finding(after, "win").verdict()).isEqualTo(PortabilityVerdict.DERIVED);
        assertThat(finding(before, "status").verdict()).isEqualTo(PortabilityVerdict.LOST);
        assertThat(finding(after, "status").verdict()).isEqualTo(PortabilityVerdict.DERIVED);
    }

    @Test
    void compare_unverifiedOperation_isRefusedUntilItIsAllowed() {
        Requirements moves = Requirements.of(Requirement.operation(Operation.MOVE));

        PortabilityFinding off = finding(Portability.compare(config("play2sell"), config("stora"), moves), "move");
        PortabilityFinding on = finding(
                Portability.compare(config("play2sell"), config("stora", "deals.allow-unverified", "true"), moves),
                "move");

        assertThat(off.verdict()).isEqualTo(PortabilityVerdict.REFUSED);
        assertThat(off.key()).contains("deals.allow-unverified");
        assertThat(on.verdict()).isEqualTo(PortabilityVerdict.UNVERIFIED);
    }

    @Test
    void compare_aliasesOfOneSide_areToldWithTheirKeys() {
        DealsConfig here =
                config("play2sell", "deals.stages.talks", "negotiation", "deals.fields.margin", "gross_margin");

        PortabilityReport byName = Portability.compare(here, config("stora", "deals.stages.other", "second"));
        PortabilityReport byId = Portability.compare(here, config("stardex", "deals.fields.margin", "attr-1"));

        assertThat(finding(byName, "stage talks"))
                .extracting(
                        PortabilityFinding::verdict, finding -> finding.key().orElse(""))
                .containsExactly(PortabilityVerdict.UNVERIFIED, "deals.stages.talks");
        assertThat(finding(byName, "custom field margin"))
                .extracting(
                        PortabilityFinding::verdict, finding -> finding.key().orElse(""))
                .containsExactly(PortabilityVerdict.LOST, "deals.fields.margin");
        assertThat(byName.findings()).extracting(PortabilityFinding::subject).doesNotContain("stage other");
        assertThat(finding(byId, "stage talks"))
                .extracting(
                        PortabilityFinding::verdict, finding -> finding.key().orElse(""))
                .containsExactly(PortabilityVerdict.REFUSED, "deals.stages.talks");
        assertThat(finding(byId, "custom field margin").reason()).contains("\"attr-1\"");
    }

    @Test
    void compare_stageWithABlankInItsName_isToldAsAFileHasIt() {
        Requirements program = Requirements.of(Requirement.stage("In Talks"));

        PortabilityFinding told =
                finding(Portability.compare(config("play2sell"), config("stardex"), program), "stage In Talks");

        assertThat(told.reason()).endsWith("set deals.stages.In\\ Talks to the stage's id");
        assertThat(told.key()).contains("deals.stages.In Talks");
    }

    @Test
    void compare_sameVendorAndAnotherAccount_doubtsWhatIsOfTheAccount() {
        Requirements program = recorded(List.of(
                Requirement.operation(Operation.MOVE),
                Requirement.stage("Talks"),
                new Requirement(RequirementKind.STAGE_ID, "any"),
                Requirement.customField("margin")));

        PortabilityReport report = Portability.compare(
                config("play2sell", "deals.token", "one"), config("play2sell", "deals.token", "other"), program);

        assertThat(finding(report, "move").verdict()).isEqualTo(PortabilityVerdict.SAME);
        assertThat(finding(report, "stage Talks").verdict()).isEqualTo(PortabilityVerdict.UNVERIFIED);
        assertThat(finding(report, "stages by id").verdict()).isEqualTo(PortabilityVerdict.REFUSED);
        assertThat(finding(report, "custom field margin").verdict()).isEqualTo(PortabilityVerdict.UNVERIFIED);
    }

    @Test
    void compare_fieldThatIsRequiredThere_mustAlwaysBeSet() {
        Requirements program = recorded(List.of(
                Requirement.operation(Operation.CREATE),
                Requirement.operation(Operation.CREATE),
                Requirement.field(Operation.CREATE, DealField.VALUE)));

        PortabilityReport report = Portability.compare(config("stardex"), config("play2sell"), program);

        assertThat(finding(report, "create: value"))
                .extracting(PortabilityFinding::verdict, PortabilityFinding::reason)
                .containsExactly(
                        PortabilityVerdict.UNVERIFIED,
                        "play2sell requires it, and the program set it in 1 of 2 calls; always set it");
        assertThat(finding(report, "create: name").verdict()).isEqualTo(PortabilityVerdict.REFUSED);
    }

    @Test
    void compare_whatOnlyOneVendorHas_isRefusedElsewhere() {
        Requirements program = recorded(List.of(
                Requirement.operation(Operation.CREATE),
                new Requirement(RequirementKind.EXTRA, "create.lead_id"),
                new Requirement(RequirementKind.IDEMPOTENCY_KEY, "create"),
                new Requirement(RequirementKind.CLEARED_FIELD, "tags"),
                new Requirement(RequirementKind.VENDOR_API, "Play2SellApi")));

        PortabilityReport report = Portability.compare(config("play2sell"), config("stardex"), program);

        assertThat(List.of(
                        finding(report, "create: extras.lead_id"),
                        finding(report, "create: idempotency key"),
                        finding(report, "update: clear tags"),
                        finding(report, "Play2SellApi")))
                .extracting(PortabilityFinding::verdict)
                .containsOnly(PortabilityVerdict.REFUSED);
    }

    @Test
    void compare_smallerPages_areTold() {
        Requirements lists = Requirements.of(Requirement.operation(Operation.LIST));

        PortabilityReport report = Portability.compare(config("backside"), config("play2sell"), lists);

        assertThat(finding(report, "list: page size").reason())
                .isEqualTo(
                        "play2sell takes up to 100 deals a page, and backside any number; ask for no more, or leave it"
                                + " to the vendor");
    }

    @Test
    void render_anyWidth_isKept() {
        PortabilityReport report = Portability.compare(config("play2sell"), config("stora"));

        for (int columns : new int[] {60, 80, 120}) {
            assertThat(report.render(columns).lines())
                    .as("%d columns", columns)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        }
        assertThat(report.render(1)).isEqualTo(report.render(40)).startsWith("play2sell -> stora: ");
    }
}
