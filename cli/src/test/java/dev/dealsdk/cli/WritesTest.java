package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that change deals, and what they say when the vendor does not do it. */
class WritesTest {
    private static final String DEAL = "880e8400-e29b-41d4-a716-446655440000";
    private static final Terminal PERSON = new Terminal(Map.of(), true, true, true);

    private final Play2SellSimulator vendor = Play2SellSimulator.start();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void create_exactAmountAndUnicode_isSentAndPrintedAsWritten() {
        Run run =
                deals("create", "--name", "日本 – “Pro”", "--value", "9007199254740993.10", "--set", "priority=\"high\"");

        assertThat(run.exitCode()).isZero();
        assertThat(run.object().get("name")).isEqualTo("日本 – “Pro”");
        assertThat(run.out()).contains("\"amount\":9007199254740993.1");
        assertThat(Run.part(run.object(), "extras")).contains(entry("priority", "high"));
        vendor.requireContract();
    }

    @Test
    void update_clear_isTheNullOfTheField() {
        assertThat(deals("update", DEAL, "--clear", "tags").object().get("tags"))
                .isEqualTo(List.of());
    }

    @Test
    void move_stageByNameIdAndAlias_isTheSameStage() {
        String id = "990e8400-e29b-41d4-a716-446655440002";

        assertThat(List.of(
                        deals("move", DEAL, "--to", "negotiation"),
                        deals("move", DEAL, "--to", id),
                        deals("-D", "deals.stages.haggling=Negotiation", "move", DEAL, "--to", "haggling")))
                .extracting(run -> String.valueOf(run.object().get("stageId")))
                .containsOnly(id);
    }

    @Test
    void set_noJson_isRefusedWithAnExample() {
        Run run = deals("create", "--name", "x", "--value", "1", "--set", "priority=high");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("message")).asString().contains("--set 'priority=\"...\"'");
        assertThat(vendor.journal()).isEmpty();
    }

    @Test
    void set_fieldNamedLikeANumber_isAFieldOfThatName() {
        Run run = deals("create", "--name", "x", "--value", "1", "--set", "1=2");

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.error().get("message")).asString().contains("extras.1 is not supported");
    }

    @Test
    void set_sameFieldTwice_isRefused() {
        assertThat(deals("update", DEAL, "--set", "a=1", "--set", "a=2").exitCode())
                .isEqualTo(2);
    }

    @Test
    void delete_withoutYesInAScript_asksNobodyAndIsRefused() {
        Run run = deals("delete", DEAL);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("message")).asString().contains("--yes");
        assertThat(vendor.journal()).isEmpty();
    }

    @Test
    void delete_personSaysYes_deletes() {
        Run run = answering("y\n", "delete", DEAL);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("deleted " + DEAL + "\n");
        assertThat(run.err()).startsWith("Delete deal " + DEAL + " for good? [y/N]");
        assertThat(vendor.journal()).hasSize(1);
    }

    @Test
    void delete_personSaysAnythingElse_deletesNothing() {
        assertThat(answering("\n", "delete", DEAL).exitCode()).isEqualTo(2);
        assertThat(answering("", "delete", DEAL).exitCode()).isEqualTo(2);
        assertThat(vendor.journal()).isEmpty();
    }

    @Test
    void create_answerLost_tellsThatItsFateIsUnknown() {
        vendor.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals"));

        Run run = deals("create", "--name", "x", "--value", "1");

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.error().get("outcome")).isEqualTo("UNKNOWN");
        assertThat(vendor.journal()).hasSize(1);
    }

    @Test
    void create_answerUnreadable_tellsThatItMayNotBeRepeated() {
        vendor.inject(Fault.malformedBody().on("POST", "/v1/deals"));

        Run run = deals("create", "--name", "x", "--value", "1");

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.error().get("outcome")).isEqualTo("APPLIED");
    }

    @Test
    void error_rateLimit_tellsWhenToComeBack() {
        vendor.inject(Fault.status(429).header("Retry-After", "60").always());

        Run run = deals("get", DEAL);

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.error().get("retryAfterSeconds")).isEqualTo(new BigDecimal(60));
        assertThat(run.error().get("httpStatus")).isEqualTo(new BigDecimal(429));
    }

    @Test
    void lose_withoutReasonWhereTheVendorKeepsOne_asksForIt() {
        assertThat(deals("lose", DEAL).exitCode()).isEqualTo(2);
        assertThat(vendor.journal()).isEmpty();
    }

    @Test
    void id_startingWithADash_isTakenBehindTwoDashes() {
        Run taken = deals("get", "-x1");
        Run meant = deals("get", "--", "-x1");

        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.error().get("message")).asString().contains("is written behind --");
        assertThat(meant.exitCode()).isEqualTo(5);
    }

    private Run deals(String... args) {
        List<String> all = new ArrayList<>(List.of("--json"));
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return Run.deals(all.toArray(String[]::new));
    }

    private Run answering(String answer, String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        InputStream standardInput = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return Run.deals(PERSON, all.toArray(String[]::new));
        } finally {
            System.setIn(standardInput);
        }
    }
}
