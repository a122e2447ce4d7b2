package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cut-over of docs/transfer.md, command by command. */
class TransferTest {
    @TempDir
    private Path folder;

    private final Play2SellSimulator source = Play2SellSimulator.start();
    private final StoraSimulator target = StoraSimulator.start();

    @BeforeEach
    void configure() throws IOException {
        write("old.properties", source.config(), "deals.currency=USD\n");
        write("new.properties", target.config(), """
                deals.reference-field=moved_from
                deals.keep.value=custom:amount
                deals.keep.value-currency=custom:currency
                deals.keep.expected-close-on=custom:expected_close
                deals.keep.company-name=custom:company
                deals.keep.tags=custom:tags
                """);
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private void write(String name, Map<String, String> config, String more) throws IOException {
        Files.writeString(
                folder.resolve(name),
                config.entrySet().stream()
                                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                                .collect(Collectors.joining())
                        + more);
    }

    private Run transfer(String... step) {
        List<String> args = new ArrayList<>(
                List.of("--config", folder.resolve("old.properties").toString(), "transfer"));
        args.addAll(Arrays.asList(step));
        args.addAll(List.of("--to", folder.resolve("new.properties").toString()));
        args.addAll(List.of("--mapping", folder.resolve("mapping.properties").toString()));
        args.addAll(List.of("--store", folder.resolve("move.store").toString()));
        return Run.deals(args.toArray(String[]::new));
    }

    private void decide() throws IOException {
        Path mapping = folder.resolve("mapping.properties");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replaceAll("(?m)^closed=\\?", "closed=recreate")
                        .replaceAll("(?m)^(stage\\..*)=\\?", "$1=first")
                        .replaceAll("(?m)^(.*)=\\?", "$1=drop"));
    }

    @Test
    void transfer_fromThePlanToTheProof_exitsAsItSays() throws Exception {
        String lost = source.addDeal(Map.of("name", "Second", "value", new BigDecimal("250.50")));

        Run plan = transfer("plan");
        assertThat(plan.exitCode()).as(plan.toString()).isEqualTo(8);
        assertThat(plan.out()).contains("open decisions").contains("request");
        assertThat(transfer("run").exitCode()).as("a mapping with ?").isEqualTo(8);
        decide();
        Run decided = transfer("plan");
        assertThat(decided.exitCode()).as(decided.toString()).isZero();

        Run run = transfer("run", "--crosswalk", folder.resolve("walk.csv").toString());
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("created");
        assertThat(Files.readString(folder.resolve("walk.csv")))
                .startsWith("source play2sell,target stora\n")
                .contains(lost);
        assertThat(transfer("run").out()).contains("unchanged").contains(" 0 created");

        Run proof = transfer("verify", "--report", folder.resolve("proof.json").toString());
        assertThat(proof.exitCode()).as(proof.toString()).isZero();
        assertThat(Files.readString(folder.resolve("proof.json"))).contains("\"clean\":true");
        assertThat(transfer("status").out()).contains("unfinished: 0");
        assertThat(transfer("rollback").exitCode()).as("without --yes").isEqualTo(2);
        assertThat(transfer("rollback", "--yes", "--reason", "price_concerns").out())
                .contains("closed as lost");
    }

    @Test
    void transfer_withoutATargetOrAStep_saysWhatIsMissing() {
        assertThat(Run.deals("transfer").exitCode()).isEqualTo(2);
        Run noTarget = Run.deals("--config", folder.resolve("old.properties").toString(), "transfer", "plan");
        assertThat(noTarget.exitCode()).isEqualTo(2);
        assertThat(noTarget.err()).contains("--to");
    }

    @Test
    void run_shareOutOfRange_saysWhichOption() {
        Run run = Run.deals("--json", "transfer", "run", "--to", "new.properties", "--sample", "200%");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("message")).isEqualTo("--sample 200%: must be between 0% and 100%");
    }

    @Test
    void transfer_mappingFileDoesNotExist_onlyAPlanGoesOn() {
        for (String[] step :
                List.of(new String[] {"run"}, new String[] {"verify"}, new String[] {"rollback", "--yes"})) {
            Run run = transfer(step);

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
            assertThat(run.err()).contains("there is no mapping file", "deals transfer plan");
        }
        assertThat(folder.resolve("move.store")).doesNotExist();
        assertThat(target.journal()).isEmpty();
        assertThat(transfer("plan").exitCode()).isEqualTo(8);
        assertThat(folder.resolve("mapping.properties")).exists();
    }

    @Test
    void transfer_invalidMapping_exitsWith2AndNamesTheLines() throws Exception {
        Files.writeString(folder.resolve("mapping.properties"), "closed=maybe\nfield.nmae=drop\n");

        Run run = transfer("run");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("deals: the mapping is invalid; correct these lines:\n")
                .contains(
                        "closed: \"maybe\" is not valid; write recreate, open-only or skip",
                        "field.nmae: unknown field");
    }

    @Test
    void plan_asJson_isOneObject() throws Exception {

        Run plan = transfer("plan", "--json");

        assertThat(plan.object()).containsEntry("from", "play2sell").containsEntry("decided", false);
    }
}
