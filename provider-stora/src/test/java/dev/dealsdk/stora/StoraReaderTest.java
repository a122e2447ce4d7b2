package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.UndecodableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What says whether there are more pages, in every form that JSON has for it. */
final class StoraReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next\":2,\"pages\":3,\"count\":250}",
                "{\"next\":2.0,\"pages\":3.0,\"count\":250.0}",
                "{\"next\":\"2\",\"pages\":\"3\",\"count\":\"250\"}"
            })
    void dealPage_anyFormOfNumbers_isRead(String pagination) {
        assertThat(page("[]", pagination).pagination()).hasValueSatisfying(read -> {
            assertThat(read.next()).contains(2);
            assertThat(read.pages()).contains(3);
            assertThat(read.count()).contains(250L);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"next\":true}", "{\"next\":\"/deals?page=2\"}", "{\"pages\":[3]}", "{\"count\":\"many\"}"})
    void dealPage_numberThatCannotBeRead_isUndecodable(String pagination) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> page("[]", pagination));
    }

    @Test
    void dealPage_null_isAnEmptyList() {
        assertThat(page("null", "{\"next\":null}").deals()).isEmpty();
        assertThat(page("null", "{\"next\":null}").pagination())
                .map(StoraPagination::next)
                .contains(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"\"", "false"})
    void dealPage_listThatIsNoArray_isUndecodable(String deals) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> page(deals, "{}"));
    }

    private static StoraDealPage page(String deals, String pagination) {
        String json = "{\"deals\":" + deals + ",\"meta\":{\"pagination\":" + pagination + "}}";
        return StoraReader.dealPage(JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }
}
