package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That {@code docs/switching.md}, {@code docs/write-a-provider.md} and the README show what there is. */
final class SwitchingPageTest {
    private static final String CONFIG = "deals.config";

    @TempDir
    private Path directory;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(CapabilityTable.root().resolve("docs/switching.md"));
    }

    @AfterEach
    void forgetTheConfiguration() {
        System.clearProperty(CONFIG);
    }

    /** To write them anew, run {@link SwitchingPage}. */
    @Test
    void reports_areThoseOfTheFilesBeforeThem() throws IOException {
        assertThat(page).contains("<!-- report: ", "<!-- summary: ").isEqualTo(SwitchingPage.of(page));
    }

    @Test
    void program_isThatOfTheReadme() throws IOException {
        assertThat(page).contains("```java\n" + ReadmeProgram.snippet() + "```");
        assertThat(files().get("deals.properties")).isEqualTo(ReadmeProgram.fileOf("play2sell"));
    }

    /** The page's files, but for the address and the token of the simulator. */
    @ParameterizedTest
    @CsvSource({
        "play2sell, deals.properties",
        "stora,     stora.properties",
        "stardex,   stardex.properties",
        "backside,  backside.properties"
    })
    void program_onEachVendor_runsVerbatimWithTheFileOfThePage(String vendor, String file) throws Exception {
        runOn(vendor, bridges(file(file)));
    }

    @Test
    void program_onStora_runsVerbatimWithTheFileOfTheReadme() throws Exception {
        runOn("stora", bridges(ReadmeProgram.fileOf("stora")));
    }

    private void runOn(String vendor, List<String> bridges) throws Exception {
        try (TourStop account = TourStop.at(vendor)) {
            List<String> lines = new ArrayList<>(bridges);
            account.lines().stream()
                    .filter(line -> line.matches("deals\\.(provider|token|base-url|rate-limit)=.*"))
                    .forEach(lines::add);
            Path file = Files.write(directory.resolve("deals.properties"), lines);
            System.setProperty(CONFIG, file.toString());

            try (DealsClient deals = DealsClient.connect()) {
                Set<String> before =
                        deals.list(DealQuery.all()).stream().map(Deal::id).collect(Collectors.toSet());

                ReadmeProgram.run(directory);

                assertThat(deals.list(DealQuery.all()).stream().filter(deal -> !before.contains(deal.id())))
                        .singleElement()
                        .satisfies(deal -> {
                            assertThat(deal.name()).hasValue("StartupXYZ - Pro Plan");
                            assertThat(deal.status()).isEqualTo(DealStatus.WON);
                            assertThat(deal.value().map(DealValue::amount)).hasValue(new BigDecimal("12000"));
                        });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stora", "stardex", "backside"})
    void file_isThatOfTheDemo(String vendor) throws IOException {
        try (InputStream demo = TourStop.class.getResourceAsStream("/tour/" + vendor + ".properties")) {
            String lines = new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(bridges(file(vendor + ".properties")))
                    .containsExactlyElementsOf(lines.lines().toList());
        }
    }

    /** Each is read by itself: a slip in one is told with its key. */
    @Test
    void keys_ofThePage_canBeWrittenSo() {
        String keys = page.substring(page.indexOf("## 5."), page.indexOf("## 6."));
        Matcher line = Pattern.compile("^\\| `(deals[^=`]+)=([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(keys);
        int lines = 0;
        while (line.find()) {
            lines++;
            String key = line.group(1);
            assertThat(DealsConfig.from(Map.of("deals.provider", "stora", "deals.token", "t", key, line.group(2)))
                            .describe())
                    .anyMatch(entry -> entry.key().equals(key));
        }
        assertThat(lines).isGreaterThan(10);
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

    /** The files of the page by name, each as it is shown last. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Matcher block = Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        while (block.find()) {
            files.put(block.group(1), block.group(2));
        }
        return files;
    }

    private String file(String name) {
        return Objects.requireNonNull(files().get(name), name);
    }

    /** The lines of a file but for those that say which account it is. */
    private static List<String> bridges(String file) {
        return file.lines()
                .filter(line -> !line.startsWith("deals.provider=") && !line.startsWith("deals.token="))
                .toList();
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("}"))
                .toList();
    }
}
