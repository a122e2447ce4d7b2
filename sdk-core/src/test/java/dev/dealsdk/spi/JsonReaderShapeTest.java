package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.RecordProblem;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonReaderShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | true", " [1] | true", "{} | false", "7 | false", "\"[\" | false", "null | false"})
    void isNextArray_anyValue_tellsItsShape(String text, boolean array) {
        assertThat(reader(text).isNextArray()).isEqualTo(array);
    }

    @Test
    void isNextArray_askedTwice_leavesTheValueWhereItIs() {
        JsonReader json = reader("[1, {\"a\": null}]");

        assertThat(json.isNextArray()).isTrue();
        assertThat(json.isNextArray()).isTrue();
        assertThat(String.valueOf(json.value())).isEqualTo("[1, {a=null}]");
    }

    @Test
    void isNextArray_beforeElements_keepsTheTextOfThoseThatCannotBeRead() {
        JsonReader json = reader("[{\"id\": \"a\"}, 7.10, {\"id\": \"b\"}]");
        List<RecordProblem> problems = new ArrayList<>();

        boolean array = json.isNextArray();
        List<String> ids = json.objects(JsonReaderShapeTest::id, problems::add);

        assertThat(array).isTrue();
        assertThat(ids).containsExactly("a", "b");
        assertThat(problems).singleElement().extracting(RecordProblem::rawJson).isEqualTo("7.10");
    }

    @Test
    void isNextArray_beforeAnObject_leavesItsFields() {
        JsonReader json = reader("{\"id\": \"a\"}");

        assertThat(json.isNextArray()).isFalse();
        assertThat(json.object(JsonReaderShapeTest::id)).isEqualTo("a");
    }

    @Test
    void isNextArray_beforeTheWholeDocument_leavesIt() {
        JsonReader json = reader("1.50");

        assertThat(json.isNextArray()).isFalse();
        assertThat(json.document()).contains(new BigDecimal("1.50"));
    }

    @Test
    void isNextArray_nothingThere_isUndecodable() {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader(" ").isNextArray());
    }

    private static String id(JsonRecord json) {
        String id = "";
        while (json.next()) {
            id = json.string().orElse("");
        }
        return id;
    }

    private static JsonReader reader(String text) {
        return JsonReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
