package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorCall;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(run.err()).startsWith("Delete deal " + DEAL + " permanently? [y/N]");
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

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Broken pipe", "Bad file descriptor"})
    void create_outputThatCannotBeWritten_tellsTheIdAndThatItWasApplied(String why) {
        Run run = Run.deals(Run.SCRIPT, unwritable(why), with("--json", "create", "--name", "x", "--value", "1"));

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.error())
                .containsEntry("type", "OutputException")
                .containsEntry("provider", "play2sell")
                .containsEntry("operation", "CREATE")
                .containsEntry("outcome", "APPLIED");
        assertThat(run.error().get("dealId")).asString().startsWith("880e8400-");
        assertThat(vendor.journal()).hasSize(1);
    }

    @Test
    void delete_outputThatCannotBeWritten_tellsPeopleThatItWasApplied() {
        Run run = Run.deals(Run.SCRIPT, unwritable("Broken pipe"), with("delete", DEAL, "--yes"));

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.err())
                .startsWith("deals: play2sell delete " + DEAL + ": ")
                .endsWith("(it was applied: do not send it again)\n");
    }

    @Test
    void stop_duringAWrite_endsWithNineAndWhatIsKnown() {
        Run run = stopped(VendorCall.builder()
                .provider("play2sell")
                .operation(Operation.CREATE)
                .outcome(Outcome.UNKNOWN)
                .build());

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.error())
                .containsEntry("type", "InterruptedException")
                .containsEntry("provider", "play2sell")
                .containsEntry("operation", "CREATE")
                .containsEntry("outcome", "UNKNOWN")
                .containsEntry(
                        "message",
                        "play2sell create: stopped (it may have been applied: look before sending it again)");
    }

    @Test
    void create_severalFieldsTheVendorLacks_namesAllOfThem() {
        Run run = deals(
                "create", "--name", "x", "--value", "1", "--currency", "EUR", "--set", "color=1", "--set", "size=2");

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.error().get("message")).asString().contains("value.currency", "extras.color", "extras.size");
        assertThat(vendor.journal()).isEmpty();
    }

    @Test
    void error_refusedByTheVendor_tellsFieldsDealAndAttempts() {
        vendor.inject(Fault.status(422)
                .body("{\"success\":false,\"error\":{\"code\":\"VALIDATION_ERROR\",\"message\":\"no\","
                        + "\"details\":[{\"field\":\"value\",\"message\":\"too much\"}]}}"));

        Run run = deals("update", DEAL, "--value", "99");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.error())
                .containsEntry("dealId", DEAL)
                .containsEntry("attempts", BigDecimal.ONE)
                .containsEntry("fieldErrors", List.of(Map.of("field", "value", "message", "too much")));
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
        assertThat(taken.error().get("message")).asString().contains("write -- before an ID");
        assertThat(meant.exitCode()).isEqualTo(5);
    }

    private static Run stopped(VendorCall write) {
        GlobalOptions json = new GlobalOptions();
        json.json(true);
        Interruption interruption = new Interruption(new Diagnostics(json, Run.SCRIPT), new Progress(false));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            interruption.write(write);
            return new Run(interruption.stop().orElse(0), "", err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(standardError);
        }
    }

    private static OutputStream unwritable(String why) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(why);
            }
        };
    }

    private Run deals(String... args) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(args));
        return Run.deals(with(all.toArray(String[]::new)));
    }

    private String[] with(String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    private Run answering(String answer, String... args) {
        InputStream standardInput = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return Run.deals(PERSON, with(args));
        } finally {
            System.setIn(standardInput);
        }
    }
}
