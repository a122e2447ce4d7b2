package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a document is in proportion to it. */
final class JsonMemoryTest {
    private static final int MIB = 1 << 20;

    /** Each would become 200 MiB of objects or more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "0",
                "1.5",
                "\"ab#\"",
                "[0]",
                "{\"\":0}",
                "{\"#\":null}",
                "[[[[]]]]",
                "{\"a\":{},\"b\":[]}",
                "NaN"
            })
    void objects_manyTinyElements_areRefusedBeforeTheyFillTheMemory(String element) {
        byte[] page = page(element, 16 * MIB);

        assertRefused(json -> json.objects(JsonMemoryTest::kept, problem -> {}), page);
        if (!element.equals("NaN")) {
            assertRefused(JsonReader::value, page);
            assertRefused(JsonReader::document, page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":0}", "7"})
    void allObjects_manyTinyElements_areRefusedBeforeTheyFillTheMemory(String element) {
        String list = "{\"lines\":" + new String(page(element, MIB / 8), StandardCharsets.UTF_8) + "}";

        assertRefused(
                json -> json.objects(
                        fields -> {
                            fields.next();
                            return fields.allObjects(JsonMemoryTest::withId).isPresent() ? fields : fields.rest();
                        },
                        problem -> {}),
                page(list, 16 * MIB));
    }

    /** More than any vendor puts on a page. */
    @Test
    void objects_recordsAsVendorsSendThem_areReadHoweverManyThereAre() {
        String deal = "{\"id\":\"880e8400-e29b-41d4-a716-#\",\"name\":\"StartupXYZ - Pro Plan #\",\"value\":12000.50,"
                + "\"stage\":{\"id\":\"990e8400\",\"name\":\"Negotiation\",\"probability\":60},\"status\":\"open\","
                + "\"tags\":[\"enterprise\",\"q1\"],\"custom_fields\":{\"source\":\"website\",\"score\":85,\"last\":null},"
                + "\"created_at\":\"2026-01-20T09:00:00Z\"}";

        assertThat(JsonReader.of(new ByteArrayInputStream(page(deal, 12 * MIB)))
                        .objects(JsonMemoryTest::kept, problem -> {}))
                .hasSizeGreaterThan(30_000);
    }

    private static void assertRefused(Function<JsonReader, Object> read, byte[] page) {
        ByteArrayInputStream in = new ByteArrayInputStream(page);
        JsonReader json = JsonReader.of(in, 8 * MIB);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> read.apply(json))
                .withMessageContaining("out of proportion");

        assertThat(page.length - in.available()).as("bytes that were read").isLessThan(6 * MIB);
    }

    private static Object kept(JsonRecord fields) {
        while (fields.next()) {
            fields.keep();
        }
        return fields.rest();
    }

    private static String withId(JsonRecord fields) {
        while (fields.next()) {
            if (fields.string().isPresent()) {
                return "";
            }
        }
        throw new UndecodableException("no id");
    }

    /** An array of these, with another number in each place of a {@code #}. */
    private static byte[] page(String element, int bytes) {
        StringBuilder page = new StringBuilder(bytes + 100).append('[');
        for (int i = 0; page.length() < bytes; i++) {
            page.append(element.indexOf('#') < 0 ? element : element.replace("#", Integer.toString(i)))
                    .append(',');
        }
        page.setCharAt(page.length() - 1, ']');
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
