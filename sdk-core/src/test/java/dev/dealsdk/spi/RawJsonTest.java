package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.RecordProblem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that cannot be read costs itself alone, and its text is given back as it came. */
final class RawJsonTest {
    private final List<RecordProblem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "17",
                "-1.50e3",
                "\"text\"",
                "\"with \\\" \\u00e9 é 💼\"",
                "[]",
                "[1, {\"id\" : 2}]",
                "{}",
                "{ \"name\" : \"no id\" , \"deep\":[{\"id\":\"x\"}]  }"
            })
    void objects_elementThatIsNoRecord_costsItselfAlone(String bad) {
        for (String layout :
                List.of("[%s,{\"id\":\"a\"}]", "[ {\"id\":\"a\"} , %s ]", "\ufeff[\n%s\n,\t{\"id\":\"a\"}]")) {
            problems.clear();

            assertThat(ids(layout.formatted(bad))).containsExactly("a");

            assertThat(problems)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.rawJson()).isEqualTo(bad));
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusedRecords(String name, String bad) {
        String late = "{\"text\":\"" + "é💼".repeat(3_000) + "\",\"deep\":" + bad + "}";
        for (String record : List.of(bad, late)) {
            for (String layout : List.of(
                    "[%1$s,{\"id\":\"a\"},{\"id\":\"b\"}]",
                    "[{\"id\":\"a\"},%1$s,{\"id\":\"b\"}]",
                    "[ {\"id\":\"a\"} , %1$s , %1$s, {\"id\":\"b\"}]",
                    "\ufeff[\n{\"id\":\"a\"}\n,{\"id\":\"b\"},\t%1$s\n]")) {
                problems.clear();

                assertThat(ids(layout.formatted(record))).as(layout).containsExactly("a", "b");

                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.rawJson()).isEqualTo(record);
                    assertThat(problem.message())
                            .startsWith("not readable as JSON: ")
                            .hasSizeLessThan(500);
                });
            }
        }
    }

    static Stream<Arguments> refusedRecords() {
        return Stream.of(
                Arguments.of("200 levels", "[".repeat(220) + "]".repeat(220)),
                Arguments.of("levels of both kinds", "{\"a\":[".repeat(120) + "1" + "]}".repeat(120)),
                Arguments.of("1,001 digits", "{\"id\":" + "9".repeat(1_001) + "}"),
                Arguments.of("a fraction of 1,001 digits", "{\"id\":0." + "9".repeat(1_001) + "}"),
                Arguments.of("only a number", "9".repeat(1_001)),
                Arguments.of("lone surrogate in a key", "{\"\\ud800\":\"]}\"}"),
                Arguments.of("a long key", "{\"" + "k".repeat(60_000) + "\":1}"),
                Arguments.of("no JSON value", "{\"id\":NaN,\"b\":[\"\\\"}\"]}"),
                Arguments.of("a word", "undefined"),
                Arguments.of("a line break in a text", "{\"id\":\"a\nb\"}"),
                Arguments.of("an escape that is none", "{\"id\":\"\\x\"}"));
    }

    @Test
    void objects_bytesThatAreNoUtf8_costTheirRecordAlone() {
        byte[] page = "[{\"id\":\"a\"},{\"name\":\"Caf\u00e9\",\"id\":\"x\"},{\"id\":\"b\"}]"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(JsonReader.of(new ByteArrayInputStream(page)).objects(RawJsonTest::id, problems::add))
                .containsExactly("a", "b");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.rawJson()).isEqualTo("{\"name\":\"Caf\ufffd\",\"id\":\"x\"}"));
    }

    @Test
    void objects_textOf5MillionCharacters_costsItsRecordAlone() {
        String bad = "{\"text\":\"" + "x".repeat(5_000_000) + "\"}";

        assertThat(ids("[{\"id\":\"a\"}," + bad + ",{\"id\":\"b\"}]")).containsExactly("a", "b");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.rawJson()).isEqualTo(bad));
    }

    @Test
    void objects_refusedWithinAPage_leavesWhatComesAfterThePage() {
        String page =
                "{\"links\":[[]],\"body\":{\"data\":[{\"id\":\"a\",\"lines\":[{\"id\":NaN}]},{\"id\":\"b\"}],\"total\":2},\"more\":true}";

        List<String> read = JsonReader.of(stream(page)).object(outer -> {
            List<String> seen = new ArrayList<>();
            while (outer.next()) {
                switch (outer.name()) {
                    case "body" ->
                        outer.object(body -> {
                            while (body.next()) {
                                if (body.name().equals("data")) {
                                    seen.addAll(body.objects(RawJsonTest::withLines, problems::add)
                                            .orElseThrow());
                                } else {
                                    seen.add(body.name() + body.integer().orElseThrow());
                                }
                            }
                            return body;
                        });
                    case "more" -> seen.add("more" + outer.bool().orElseThrow());
                    default -> outer.keep();
                }
            }
            assertThat(outer.rest()).containsOnlyKeys("links");
            return seen;
        });

        assertThat(read).containsExactly("b", "total2", "moretrue");
        assertThat(problems)
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.rawJson()).isEqualTo("{\"id\":\"a\",\"lines\":[{\"id\":NaN}]}"));
    }

    @Test
    void objects_thousandsOfRefusedRecords_costThemselvesAlone() {
        StringBuilder page = new StringBuilder("[");
        for (int i = 0; i < 5_000; i++) {
            page.append("{\"id\":NaN, \"n\":")
                    .append(i)
                    .append("}, {\"id\":\"")
                    .append(i)
                    .append("\"},");
        }

        assertThat(ids(page.append("{\"id\":\"last\"}]").toString()))
                .hasSize(5_001)
                .endsWith("last");
        assertThat(problems).hasSize(5_000);
        assertThat(problems.get(4_999).rawJson()).isEqualTo("{\"id\":NaN, \"n\":4999}");
        assertThat(problems.get(4_999).index()).isEqualTo(9_998);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"a\"},{\"id\":NaN",
                "[{\"id\":\"a\"},{\"id\":NaN]",
                "[{\"id\":\"a\"},{\"id\":[NaN},{\"id\":\"b\"}]",
                "[{\"id\":\"a\"} {\"id\":\"b\"}]",
                "[{\"id\":\"a\"},]",
                "[{\"id\":\"a\"},,{\"id\":\"b\"}]",
                "[NaN NaN]",
                "[{\"id\":\"a\"},{\"id\":\"b\""
            })
    void objects_endOfARecordThatCannotBeTold_failsTheWhole(String page) {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ids(page));
    }

    private static String withLines(JsonRecord fields) {
        String id = "";
        while (fields.next()) {
            if (fields.name().equals("id")) {
                id = fields.string().orElse("");
            } else {
                fields.allObjects(RawJsonTest::id);
            }
        }
        return id;
    }

    @Test
    void objects_hugePageOfMixedRecords_givesBackExactlyTheBadOnes() {
        Random random = new Random(42);
        StringBuilder page = new StringBuilder("{\"meta\":{\"more\":[{\"id\":1}]},\"data\":[");
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            page.append(i == 0 ? "" : ",").append(" \n\t".repeat(random.nextInt(3)));
            String padding = "é💼字\\n".repeat(random.nextInt(60)) + "x".repeat(random.nextInt(4));
            if (random.nextInt(3) == 0) {
                String text = badRecord(i, padding, random.nextInt(4));
                bad.add(text);
                page.append(text);
            } else {
                good.add("d" + i);
                page.append("{\"text\":\"" + padding + "\",\"id\":\"d" + i + "\"}");
            }
        }
        page.append("],\"total\":1500}");

        List<String> read = JsonReader.of(stream(page.toString())).object(fields -> {
            List<String> ids = List.of();
            while (fields.next()) {
                if (fields.name().equals("data")) {
                    ids = fields.objects(RawJsonTest::id, problems::add).orElseThrow();
                } else {
                    fields.keep();
                }
            }
            return ids;
        });

        assertThat(read).isEqualTo(good);
        assertThat(problems.stream().map(RecordProblem::rawJson)).isEqualTo(bad);
    }

    private static String badRecord(int number, String padding, int kind) {
        return switch (kind) {
            case 0 -> "null";
            case 1 -> "\"" + padding + "\"";
            case 2 -> "{\"id\":" + number + ",\"text\":\"" + padding + "\"}";
            default -> "[{\"id\":\"x\"},\"" + padding + "\", 1.25]";
        };
    }

    @Test
    void objects_recordLargerThanAnyChunk_isGivenBackWhole() {
        String bad = "{\"text\":\"" + "é💼".repeat(50_000) + "\",\"id\":1}";

        assertThat(ids("[{\"id\":\"a\"}," + bad + ",{\"id\":\"b\"}]")).containsExactly("a", "b");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.rawJson()).isEqualTo(bad);
            assertThat(problem.index()).isEqualTo(1);
        });
    }

    @Test
    void objects_decoderGivesUpInTheMiddle_theNextRecordIsRead() {
        String bad = "{\"name\":\"x\",\"deep\":{\"id\":[{\"id\":\"no\"}]},\"id\":\"b\"}";
        String json = "[{\"id\":\"a\"}," + bad + ",{\"id\":\"c\"}]";

        List<String> read = JsonReader.of(stream(json))
                .objects(
                        fields -> {
                            while (fields.next()) {
                                if (fields.name().equals("id")) {
                                    return fields.string().orElseThrow();
                                }
                                if (fields.name().equals("deep")) {
                                    fields.object(deep -> {
                                        deep.next();
                                        throw new UndecodableException("gives up");
                                    });
                                }
                            }
                            throw new UndecodableException("no id");
                        },
                        problems::add);

        assertThat(read).containsExactly("a", "c");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.rawJson()).isEqualTo(bad));
    }

    @Test
    void objects_decoderStopsEarly_theNextRecordIsRead() {
        List<String> read = JsonReader.of(stream("[{\"id\":\"a\",\"x\":{\"id\":\"no\"}},{\"id\":\"b\"}]"))
                .objects(
                        fields -> {
                            fields.next();
                            return fields.string().orElseThrow();
                        },
                        problems::add);

        assertThat(read).containsExactly("a", "b");
        assertThat(problems).isEmpty();
    }

    @Test
    void objects_insideOfARecord_leaveItsTextWhole() {
        String bad = "{\"lines\":[{\"id\":\"l1\"},7,{\"id\":\"l2\"}],\"name\":\"" + "é".repeat(20_000) + "\"}";
        String json = "[" + bad + ",{\"lines\":[],\"id\":\"a\"}]";

        List<String> read = JsonReader.of(stream(json))
                .objects(
                        fields -> {
                            String id = "";
                            while (fields.next()) {
                                switch (fields.name()) {
                                    case "id" -> id = fields.string().orElse("");
                                    case "lines" -> fields.objects(RawJsonTest::id, problems::add);
                                    default -> fields.keep();
                                }
                            }
                            if (id.isEmpty()) {
                                throw new UndecodableException("no id");
                            }
                            return id;
                        },
                        problems::add);

        assertThat(read).containsExactly("a");
        assertThat(problems.stream().map(RecordProblem::rawJson)).containsExactly("7", bad);
    }

    @Test
    void objects_pageOf50Mb_isReadWithoutHoldingIt() {
        String record = "{\"id\":\"a\",\"text\":\"" + "x".repeat(1_000) + "\"},";
        InputStream endless = new RepeatedText("[", record, 50_000, "{\"id\":\"last\"}]");
        long before = bytesInUse();
        long[] most = {0};

        int[] count = {0};
        JsonReader.of(endless)
                .objects(
                        fields -> {
                            if (++count[0] % 20_000 == 0) {
                                most[0] = Math.max(most[0], bytesInUse());
                            }
                            return id(fields).intern();
                        },
                        problems::add);

        assertThat(count[0]).isEqualTo(50_001);
        assertThat(most[0] - before).as("bytes held").isLessThan(20L << 20);
    }

    private static long bytesInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private List<String> ids(String json) {
        return JsonReader.of(stream(json)).objects(RawJsonTest::id, problems::add);
    }

    private static String id(JsonRecord fields) {
        String id = null;
        while (fields.next()) {
            if (fields.name().equals("id")) {
                id = fields.string().orElse(null);
            } else {
                fields.keep();
            }
        }
        if (id == null) {
            throw new UndecodableException("no id");
        }
        return id;
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that is made while it is read. */
    private static final class RepeatedText extends InputStream {
        private final byte[] middle;
        private final byte[] end;
        private byte[] part;
        private int at;
        private int left;

        RepeatedText(String begin, String middle, int times, String end) {
            this.part = begin.getBytes(StandardCharsets.UTF_8);
            this.middle = middle.getBytes(StandardCharsets.UTF_8);
            this.end = end.getBytes(StandardCharsets.UTF_8);
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == part.length) {
                if (left < 0) {
                    return -1;
                }
                part = left == 0 ? end : middle;
                left--;
                at = 0;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
