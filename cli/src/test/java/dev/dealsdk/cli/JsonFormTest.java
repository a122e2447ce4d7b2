package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.Stage;
import dev.dealsdk.json.NeutralJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --json} prints is, byte for byte, what the two Jackson modules write: all are held to the same files. */
class JsonFormTest {
    private static final Path FILES = Path.of("..", "json", "src", "test", "resources", "dev", "dealsdk", "json");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Cli cli = new Cli(Run.SCRIPT, new Results(out));

    @ParameterizedTest
    @ValueSource(classes = {Stage.class, Capabilities.class})
    void json_ofAResult_isAsInTheFile(Class<?> type) throws IOException {
        for (String line : lines(type)) {
            cli.json(fields -> fields.values(NeutralJson.write(value(type, line))));
        }
        cli.results().flush();

        assertThat(out.toString(UTF_8).lines()).containsExactlyElementsOf(lines(type));
    }

    @Test
    void json_ofADeal_isAsInTheFile() throws IOException {
        cli.options().json(true);

        for (String line : lines(Deal.class)) {
            cli.deal(value(Deal.class, line));
        }
        cli.results().flush();

        assertThat(out.toString(UTF_8).lines()).containsExactlyElementsOf(lines(Deal.class));
    }

    private static <T> T value(Class<T> type, String line) {
        return NeutralJson.read(type, Run.json(line), unknown -> {
            throw unknown;
        });
    }

    private static List<String> lines(Class<?> type) throws IOException {
        return Files.readAllLines(FILES.resolve(type.getSimpleName() + ".jsonl"));
    }
}
