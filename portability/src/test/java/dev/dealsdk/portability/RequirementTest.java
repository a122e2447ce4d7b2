package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementTest {
    @TempDir
    private Path directory;

    @Test
    void parse_textOfARequirement_isReadBack() {
        for (String text : new String[] {
            "operation.list-stages",
            "field.create.value.currency",
            "sort.value-descending",
            "stage.a.b",
            "extra.create.x.y"
        }) {
            assertThat(Requirement.parse(text))
                    .as(text)
                    .map(Requirement::toString)
                    .contains(text);
        }
        for (String text : new String[] {
            "", "operation", "operation.", "operation.wn", "field.create", "field.move.nme", "extra.create", "stage. "
        }) {
            assertThat(Requirement.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void load_faultyFile_tellsEveryFault() throws IOException {
        Path file = Files.writeString(
                directory.resolve("usage.properties"),
                "field.crate.name=1\noperation.move=often\nsort.size=1\nstage.Lead=1\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Requirements.load(file))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                file + ": field.crate.name: is no requirement; write for example operation.move,"
                                        + " field.create.value or stage.qualification",
                                file + ": operation.move: is not a count; write a whole number",
                                file + ": sort.size: is no requirement; write for example operation.move,"
                                        + " field.create.value or stage.qualification"));
    }

    @Test
    void load_noFile_saysHowToGetOne() {
        Path file = directory.resolve("usage.properties");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Requirements.load(file))
                .withMessageContaining(file + ": there is no such file; let the program write it by deals.usage-file");
    }

    @Test
    void load_fileOfAnEditorOnWindows_isRead() throws IOException {
        Path file = Files.writeString(directory.resolve("usage.properties"), "\uFEFFoperation.move=2\r\n");

        assertThat(Requirements.load(file)).hasToString("operation.move=2\n");
    }
}
