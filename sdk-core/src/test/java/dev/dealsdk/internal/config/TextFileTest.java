package dev.dealsdk.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.internal.value.TextFile;
import dev.dealsdk.internal.value.ValueFault;
import dev.dealsdk.internal.value.ValueKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as editors of all systems save them, and what people write into a properties file. */
final class TextFileTest {
    private static final Source FILE = Source.file("deals.properties");

    private final Faults faults = new Faults();

    @Test
    void of_byteOrderMarkAndCarriageReturns_areNoPartOfTheText() {
        TextFile file = TextFile.of(utf8("\uFEFFa=1\r\nb=2\rc=3\n"));

        assertThat(file.lines()).containsExactly("a=1", "b=2", "c=3", "");
        assertThat(file.malformedLine()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-32"})
    void of_utf16_isNamedAsSuch(String charset) {
        assertThatThrownBy(() -> TextFile.of("deals.token=t".getBytes(Charset.forName(charset))))
                .isInstanceOf(ValueFault.class)
                .hasMessageContaining("is UTF-16")
                .hasMessageContaining("save the file as UTF-8");
    }

    @Test
    void of_latin1_namesTheLine() {
        assertThat(TextFile.of("a\r\nb\rgagn\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                        .malformedLine())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\secrets\\token.txt",
        "C:\\deals\\key.txt",
        "C:\\new\\folder\\key",
        "C:\\temp",
        "\\\\server\\share\\key"
    })
    void parse_pathOfWindows_explainsBackslashes(String path) {
        parse("deals.token-file=" + path, "deals.provider=stora");

        assertThat(faults.lines())
                .singleElement()
                .asString()
                .startsWith("deals.properties line 1: deals.token-file: contains a single backslash")
                .contains("write \\\\ for each backslash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\\\secrets\\\\token.txt", "C:/secrets/token.txt", "C\\:/secrets/a\\ b"})
    void parse_pathOfWindowsAsItHasToBe_isTaken(String path) {
        assertThat(parse("deals.token-file=" + path)).hasSize(1);
        assertThat(faults.lines()).isEmpty();
    }

    @Test
    void parse_backslashThatWouldBeLost_isTold() {
        parse("deals.won-stage=Sales\\Won", "other.key=Sales\\Won");

        assertThat(faults.lines())
                .singleElement()
                .asString()
                .contains("line 1: deals.won-stage: contains a single backslash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals.token-file=/run/secrets/", "other.folder=C:/x/"})
    void parse_lineThatEndsInABackslash_doesNotSwallowTheNextKey(String line) {
        List<PropertiesText.Line> lines = parse(line + "\\", "deals.provider=stora", "deals.token=s3cr3t");

        assertThat(lines).extracting(PropertiesText.Line::key).contains("deals.provider", "deals.token");
        assertThat(faults.lines())
                .containsExactly("deals.properties line 1: " + line.split("=", 2)[0]
                        + ": ends in a backslash, which makes the next line, deals.provider, a part of its value;"
                        + " remove the backslash, or write \\\\ if it belongs there");
    }

    @Test
    void parse_backslashBeforeNothing_isTold() {
        parse("deals.won-stage=Won\\", "", "deals.token-file=/run/\\");

        assertThat(faults.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("ends in a backslash, which is dropped"));
    }

    @Test
    void parse_lineThatGoesOn_isOneLine() {
        assertThat(parse("deals.require=create,\\", "   move,\\", "   win", "deals.token=t"))
                .extracting(PropertiesText.Line::value)
                .containsExactly("create,move,win", "t");
        assertThat(faults.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "\"s3cr3t\", is in quotes",
                "'s3cr3t', is in quotes",
                "\u201cs3cr3t\u201d, is in quotes",
                "s3cr3t # of emea, contains a comment",
                "s3cr3t // of emea, contains a comment",
                "#s3cr3t, contains a comment",
                "s3cr3t too, contains a blank",
                "Bearer s3cr3t, starts with the word Bearer"
            })
    void token_withSomethingAroundIt_isToldWithoutIt(String text, String reason) {
        assertThatThrownBy(() -> ValueKind.TOKEN.check(text))
                .hasMessageContaining(reason)
                .hasMessageContaining("write")
                .hasMessageNotContaining("s3cr3t");
    }

    private List<PropertiesText.Line> parse(String... lines) {
        return new ArrayList<>(PropertiesText.parse(utf8(String.join("\n", lines)), FILE, faults));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
