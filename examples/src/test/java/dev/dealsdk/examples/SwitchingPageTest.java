package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.portability.Portability;
import dev.dealsdk.portability.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@code docs/switching.md} and {@code docs/write-a-provider.md} show what there is. */
final class SwitchingPageTest {
    private static final int COLUMNS = 100;
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (file|report): (\\S+)(?: (\\S+))? -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(CapabilityTable.root().resolve("docs/switching.md"));
    }

    @Test
    void reports_areThoseOfTheFilesBeforeThem() throws IOException {
        Map<String, String> files = new HashMap<>();
        Matcher block = BLOCK.matcher(page);
        int reports = 0;
        while (block.find()) {
            if (block.group(1).equals("file")) {
                files.put(block.group(2), block.group(4));
                continue;
            }
            reports++;
            Path usage = file(files, "usage.properties");
            String report = Portability.compare(
                            file(files, block.group(2)), file(files, block.group(3)), Requirements.load(usage))
                    .render(COLUMNS)
                    .replace(directory + "/", "");

            assertThat(block.group(4))
                    .as("report %d of docs/switching.md", reports)
                    .isEqualTo(report);
        }
        assertThat(reports).isEqualTo(3);
    }

    @Test
    void program_isTheOneOfTheExample() throws IOException {
        String example = Files.readString(
                CapabilityTable.root().resolve("examples/src/main/java/dev/dealsdk/examples/SwitchVendors.java"));

        assertThat(lines(firstJava(page))).isSubsetOf(lines(example)).hasSizeGreaterThan(5);
    }

    @Test
    void walkThroughAProvider_showsTheExample() throws IOException {
        Path root = CapabilityTable.root();
        List<String> code = new ArrayList<>(List.of("provides DealsProvider with AcmeProvider;"));
        for (String file : List.of(
                "examples/src/main/java/dev/dealsdk/examples/memory/MemoryProvider.java",
                "examples/src/main/java/dev/dealsdk/examples/memory/MemoryDealsClient.java",
                "verify/src/test/java/dev/dealsdk/verify/memory/MemoryContractTest.java")) {
            code.addAll(lines(Files.readString(root.resolve(file))));
        }

        String walk = Files.readString(root.resolve("docs/write-a-provider.md"));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(walk);
        while (block.find()) {
            assertThat(code).containsAll(lines(block.group(1)));
        }
    }

    private Path file(Map<String, String> files, String name) throws IOException {
        return Files.writeString(directory.resolve(name), Objects.requireNonNull(files.get(name), name));
    }

    private static String firstJava(String markdown) {
        int begin = markdown.indexOf("```java\n") + "```java\n".length();
        return markdown.substring(begin, markdown.indexOf("```", begin));
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("}"))
                .toList();
    }
}
