package dev.dealsdk.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");

    @Test
    void reference_everyKey_standsThereAsInTheCode() throws IOException {
        List<String> expected = Arrays.stream(ConfigKey.values())
                .map(ConfigurationReferenceTest::row)
                .toList();

        List<String> documented = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("| `deals."))
                .toList();

        assertThat(documented).as("the table of docs/configuration.md").isEqualTo(expected);
    }

    private static String row(ConfigKey key) {
        return "| `" + key.key() + "` | " + key.description() + " | "
                + key.kind().format() + " | " + key.defaultText().orElse("") + " |";
    }
}
