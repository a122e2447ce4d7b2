package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of docs/cut-over.md, command by command. */
class OldIdsTest {
    private static final String ABSENT = "880e8400-e29b-41d4-a716-4466554400f";

    @TempDir
    private Path folder;

    private final Play2SellSimulator vendor = Play2SellSimulator.start();

    @AfterEach
    void close() {
        vendor.close();
    }

    private Path config(String... more) throws IOException {
        return Files.writeString(
                folder.resolve("new.properties"),
                vendor.config().entrySet().stream()
                                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                                .collect(Collectors.joining())
                        + String.join("\n", more) + "\n");
    }

    private String walk(String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("walk.csv"), "source stora,target play2sell\n" + String.join("\n", lines) + "\n");
        return "deals.crosswalk=" + file;
    }

    private static Run run(Path config, String... command) {
        String[] args = new String[command.length + 2];
        args[0] = "--config";
        args[1] = config.toString();
        System.arraycopy(command, 0, args, 2, command.length);
        return Run.deals(args);
    }

    @Test
    void get_oldId_showsTheNewDeal() throws Exception {
        String id = String.valueOf(vendor.deals().get(0).get("id"));
        Path config = config(walk("deal_1," + id));

        Run known = run(config, "--json", "get", "deal_1");
        Run unknown = run(config, "get", "deal_2");

        assertThat(known.exitCode()).as(known.toString()).isZero();
        assertThat(known.object()).containsEntry("id", id);
        assertThat(unknown.exitCode()).isEqualTo(5);
        assertThat(unknown.err()).contains("is not in the cross-walk").contains("nothing was sent");
    }

    @Test
    void check_crosswalkOfAnotherAccount_isAFault() throws Exception {
        String id = String.valueOf(vendor.deals().get(0).get("id"));
        Path own = config(walk("deal_0," + ABSENT + "0", "deal_1," + id));
        Run good = run(own, "check");
        assertThat(good.exitCode()).as(good.toString()).isZero();

        Run foreign = run(
                config(walk(
                        "deal_0," + ABSENT + "0", "deal_1," + ABSENT + "1", "deal_2," + ABSENT + "2", "deal_3," + id)),
                "check");

        assertThat(foreign.exitCode()).isEqualTo(2);
        assertThat(foreign.err()).contains("deals.crosswalk: the account has none of the first deals of");
    }

    @Test
    void check_shadowThatCannotBeUsed_isAFault() throws Exception {
        Run absent = run(config("deals.shadow=" + folder.resolve("none.properties")), "check");

        assertThat(absent.exitCode()).isEqualTo(2);
        assertThat(absent.err()).contains("deals.shadow").contains("none.properties");
    }
}
