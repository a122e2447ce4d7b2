package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.examples.CapabilityTable;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cut-over in {@code docs/transfer.md}: every command of the page is run in its order, and prints what the page says. The lines of
 * the page's first {@code properties} block are those of {@code new.properties}, those of its second one are written into the mapping
 * after the first command. The outputs are written anew by
 *
 * <pre>
 * mvn -pl cli -am test -Dtest=TransferPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dcli.screens=write
 * </pre>
 */
class TransferPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(console|properties)\n(.*?)```\n");

    @TempDir
    private Path folder;

    @Test
    void page_everyCommandInItsOrder_printsWhatIsThere() throws IOException {
        Path page = CapabilityTable.root().resolve("docs/transfer.md");
        String text = Files.readString(page);

        String printed = run(text);

        if ("write".equals(System.getProperty("cli.screens"))) {
            Files.writeString(page, printed);
            return;
        }
        assertThat(text)
                .as("the outputs of docs/transfer.md; -Dcli.screens=write writes them anew")
                .isEqualTo(printed);
    }

    /** The page with what its commands print. */
    private String run(String text) throws IOException {
        try (Play2SellSimulator source = Play2SellSimulator.start();
                StoraSimulator target = StoraSimulator.start()) {
            source.addDeal(Map.of("name", "Acme renewal", "value", new BigDecimal("250.50"), "status", "won"));
            source.addDeal(Map.of("name", "Acme support", "value", new BigDecimal("1000"), "company", "Acme"));
            write("old.properties", source.config(), "deals.currency=USD\n");
            StringBuilder printed = new StringBuilder();
            Matcher block = BLOCK.matcher(text);
            int properties = 0;
            int commands = 0;
            int end = 0;
            while (block.find()) {
                printed.append(text.substring(end, block.start()));
                end = block.end();
                if (block.group(1).equals("properties")) {
                    printed.append(block.group());
                    if (properties++ == 0) {
                        write("new.properties", target.config(), block.group(2));
                    } else {
                        decide(block.group(2));
                    }
                    continue;
                }
                printed.append("```console\n");
                for (String line : block.group(2).lines().toList()) {
                    if (line.startsWith("$ ")) {
                        printed.append(line).append('\n').append(output(line.substring("$ deals ".length())));
                        commands++;
                    }
                }
                printed.append("```\n");
            }
            assertThat(commands).as("commands of the page").isGreaterThan(8);
            return printed.append(text.substring(end)).toString();
        }
    }

    private void write(String name, Map<String, String> config, String more) throws IOException {
        Files.writeString(
                folder.resolve(name),
                config.entrySet().stream()
                                .filter(line -> !more.contains(line.getKey() + "="))
                                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                                .collect(Collectors.joining())
                        + more);
    }

    /** Each line stands in the mapping that the plan has written, with another value. */
    private void decide(String lines) throws IOException {
        Path file = folder.resolve("mapping.properties");
        String mapping = Files.readString(file);
        for (String line : lines.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            String undecided = line.substring(0, line.indexOf('=')) + "=?\n";
            assertThat(mapping).contains(undecided);
            mapping = mapping.replace(undecided, line + "\n");
        }
        Files.writeString(file, mapping);
    }

    private String output(String command) {
        List<String> args = new ArrayList<>();
        Matcher words = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (words.find()) {
            String word = words.group(1) == null ? words.group(2) : words.group(1);
            args.add(
                    word.matches("[a-z-]+\\.(properties|store|csv|json)")
                            ? folder.resolve(word).toString()
                            : word);
        }
        Run run = Run.deals(args.toArray(String[]::new));
        assertThat(run.err()).as(command).doesNotContain("Exception");
        return (run.out() + (run.exitCode() == 0 ? "" : "(exit code " + run.exitCode() + ")\n"))
                .replace(folder + "/", "")
                .replaceAll("\\((\\d+ min )?[\\d.]+ s(, [\\d,.]+ deals a second)?\\)\n", "(0.2 s)\n")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8080")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-28T12:00:00Z")
                .replaceAll("play2sell:[0-9a-f]{8}:", "play2sell:d2602ce0:");
    }
}
