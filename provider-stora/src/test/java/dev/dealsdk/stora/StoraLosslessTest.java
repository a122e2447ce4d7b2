package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.LineItem;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonWriter;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Stora sends is in the neutral deal: under its neutral name, or in the extras. */
final class StoraLosslessTest {

    @RepeatedTest(50)
    void deal_unknownFieldsAnywhere_areInTheExtras(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, @Nullable Object> deal = sample();
        Map<String, @Nullable Object> top = extraFields(random);
        deal.putAll(top);
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        for (String name : List.of("contact", "assignee", "creator", "stage", "site")) {
            Map<String, @Nullable Object> reference = new LinkedHashMap<>();
            reference.put("id", name + "_id");
            reference.putAll(extraFields(random));
            deal.put(name, reference);
            nested.put(name, reference);
        }
        Map<String, @Nullable Object> item = extraFields(random);
        item.put("id", "utype_1");
        Map<String, @Nullable Object> lineItem = extraFields(random);
        lineItem.put("type", "unit_type");
        lineItem.put("quantity", new BigDecimal("1"));
        lineItem.put("item", item);
        deal.put("line_items", List.of(lineItem));

        Map<String, @Nullable Object> extras = read(deal).extras();

        assertThat(extras).containsAllEntriesOf(top);
        // The id of a stage has a neutral name, and stands there alone.
        nested.computeIfPresent("stage", (name, sent) -> without(sent, "id"));
        assertThat(extras).containsAllEntriesOf(nested);
        assertThat(extras.get("line_items")).isEqualTo(List.of(lineItem));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    name           | 7
                    status         | {"word":"open"}
                    contact        | "con_1"
                    assignee       | ["staff_1"]
                    creator        | true
                    stage          | "first"
                    site           | 0.10
                    line_items     | [{"type":"unit_type"}]
                    line_items     | [{"type":"unit_type","item":{"id":"utype_1"}},null]
                    line_items     | {}
                    lost_reason    | []
                    value_estimate | 9007199254740993
                    note           | {"text":null}
                    metadata       | ["k"]
                    starts_at      | 1740235260
                    created_at     | "yesterday"
                    updated_at     | "2025-02-30T14:41:00Z"
                    """)
    void deal_fieldOfAnotherType_isInTheExtrasAsSent(String name, String json) {
        Map<String, @Nullable Object> deal = sample();
        Object value = Bodies.tree(json);
        deal.put(name, value);

        assertThat(read(deal).extras().get(name)).isEqualTo(value);
    }

    @Test
    void deal_onlyAnId_isReadAsOneThatSaysNothing() {
        Deal deal = read(Map.of("id", "deal_1"));

        assertThat(deal)
                .isEqualTo(Deal.builder()
                        .id("deal_1")
                        .provider("stora")
                        .status(DealStatus.UNKNOWN)
                        .build());
    }

    @Test
    void deal_everythingNull_isReadAsOneThatSaysNothing() {
        Map<String, @Nullable Object> deal = sample();
        deal.replaceAll((name, value) -> name.equals("id") ? value : null);

        assertThat(read(deal)).isEqualTo(read(Map.of("id", String.valueOf(deal.get("id")))));
    }

    @Test
    void deal_unknownStatus_keepsTheWord() {
        Map<String, @Nullable Object> deal = sample();
        deal.put("status", "paused");

        assertThat(read(deal).status()).isEqualTo(DealStatus.UNKNOWN);
        assertThat(read(deal).extras()).containsEntry("status", "paused");
    }

    @Test
    void deal_ofTheSample_hasNothingInTheExtrasThatHasANeutralName() {
        Deal deal = read(sample());

        assertThat(deal.extras()).containsOnlyKeys("value_estimate", "note", "site", "creator");
        assertThat(deal.ownerIds()).containsExactly("staff_947b3057d5df338e");
        assertThat(deal.lineItems())
                .extracting(LineItem::itemId)
                .containsExactly("plvl_e8f3ad0a07e47566", "utype_f18fc91387cdf710");
        assertThat(deal.createdAt()).hasToString("Optional[2025-02-22T14:41:00Z]");
    }

    @Test
    void deal_expanded_hasAContactWithNameAndAddress() {
        Deal deal = read(fields("show_expanded_response"));

        assertThat(deal.contact())
                .contains(Contact.builder()
                        .id("con_1234567890abcdef")
                        .name("John Doe")
                        .email("john@doe.com")
                        .build());
        assertThat(deal.stageName()).contains("first");
        assertThat(Bodies.object(deal.extras().get("contact")))
                .containsEntry("tenancies_count", BigDecimal.ZERO)
                .containsEntry("address", null);
    }

    @Test
    void deal_lineItemWithOddParts_isMappedAndKept() {
        Map<String, @Nullable Object> deal = sample();
        Object items = Bodies.tree("[{\"type\":7,\"quantity\":\"two\",\"item\":{\"id\":\"utype_1\"}}]");
        deal.put("line_items", items);

        assertThat(read(deal).lineItems())
                .containsExactly(LineItem.builder().itemId("utype_1").build());
        assertThat(read(deal).extras()).containsEntry("line_items", items);
    }

    private static Deal read(Map<String, ? extends @Nullable Object> deal) {
        byte[] body = JsonWriter.object(json -> json.value("deal", deal));
        return StoraMapper.toDeal(StoraReader.dealEnvelope(JsonReader.of(new ByteArrayInputStream(body))));
    }

    private static Map<String, @Nullable Object> sample() {
        return fields("show_response");
    }

    private static Map<String, @Nullable Object> fields(String sample) {
        return Bodies.object(Bodies.object(Bodies.tree(Bodies.sample(sample))).get("deal"));
    }

    private static Map<String, @Nullable Object> without(@Nullable Object object, String name) {
        Map<String, @Nullable Object> rest = Bodies.object(object);
        rest.remove(name);
        return rest;
    }

    /** One to four fields of random names and values. */
    private static Map<String, @Nullable Object> extraFields(Random random) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            fields.put("x_" + text(random), value(random, 3));
        }
        return fields;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> text(random);
            case 1 -> new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(12));
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put(text(random), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        String letters = "aZ09 _.:-/\\\"'<>&éßñ日本🚀\n\t\u0001";
        int[] points = letters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
