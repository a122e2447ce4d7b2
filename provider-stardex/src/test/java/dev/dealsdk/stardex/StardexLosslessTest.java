package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the vendor sends, nothing fails and nothing is lost. */
class StardexLosslessTest extends OnMockServer {

    @Test
    void deal_withNulls_isAsIfTheyWereMissing() {
        Deal deal = read("""
                {"id": "%s", "name": null, "amount": null, "currency_code": null, "compensation": null,
                 "compensation_currency_code": null, "pricing_rate": null, "win_probability": null,
                 "deal_status_id": null, "client_id": null, "job_id": null, "job_ids": null, "created_at": null,
                 "description": null, "closed_date": null, "referred_by": null, "owner_ids": null,
                 "custom_fields": null}
                """.formatted(ID));

        assertThat(deal).isEqualTo(bare().build());
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                odd("name", "5", number("5")),
                odd("amount", "\"150000\"", "150000"),
                odd("currency_code", "840", number("840")),
                odd("currency_code", "\"USD\"", "USD"),
                odd("compensation", "{\"from\": 1e2}", Map.of("from", number("1e2"))),
                odd("compensation_currency_code", "[]", List.of()),
                odd("pricing_rate", "\"20 %\"", "20 %"),
                odd("win_probability", "true", true),
                odd("deal_status_id", "9007199254740993", number("9007199254740993")),
                odd("client_id", "{\"id\": \"c\"}", Map.of("id", "c")),
                odd("job_id", "[\"j\"]", List.of("j")),
                odd("job_ids", "\"j\"", "j"),
                odd("job_ids", "[\"j\", 5, null]", Arrays.asList("j", number("5"), null)),
                odd("created_at", "1705312800", number("1705312800")),
                odd("created_at", "\"yesterday\"", "yesterday"),
                odd("description", "[\"text\"]", List.of("text")),
                odd("closed_date", "20260501", number("20260501")),
                odd("closed_date", "\"soon\"", "soon"),
                odd("closed_date", "\"2026-02-30\"", "2026-02-30"),
                odd("referred_by", "{}", Map.of()),
                odd("owner_ids", "[{\"id\": \"o\"}]", List.of(Map.of("id", "o"))),
                odd("custom_fields", "{\"a\": 1.50}", Map.of("a", number("1.50"))),
                odd("custom_fields", "[7, {\"value\": 1}]", List.of(number("7"), Map.of("value", number("1")))));
    }

    private static Arguments odd(String field, String json, Object kept) {
        return arguments(field, json, kept);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongTypes")
    void field_ofAnotherType_isKeptInTheExtras(String field, String json, Object kept) {
        Deal deal = read("{\"id\": \"%s\", \"%s\": %s}".formatted(ID, field, json));

        assertThat(deal).isEqualTo(bare().putExtras(field, kept).build());
    }

    @Test
    void bothGenerations_inOneAnswer_areBothRead() {
        Deal deal = read("{\"id\": \"%s\", \"job_id\": \"j1\", \"job_ids\": [\"j1\", \"j2\"]}".formatted(ID));

        assertThat(deal.extras()).isEqualTo(Map.of("job_id", "j1", "job_ids", List.of("j1", "j2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234.56", "0.1", "9007199254740993", "1e2", "-0.10", "75000.00", "0"})
    void amount_anyNumber_isReadToTheLastDigit(String text) {
        Deal deal = read("{\"id\": \"%s\", \"amount\": %s, \"currency_code\": \"USD\"}".formatted(ID, text));

        assertThat(deal.value()).contains(DealValue.of(text, "USD"));
        assertThat(deal.extras()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"usd, USD", "Eur, EUR", "US$, ''", "EURO, ''"})
    void currency_ofAnotherForm_isKeptAsItCame(String sent, String read) {
        Deal deal = read("{\"id\": \"%s\", \"amount\": 1, \"currency_code\": \"%s\"}".formatted(ID, sent));

        assertThat(deal.value().flatMap(DealValue::currency).orElse("")).isEqualTo(read);
        assertThat(deal.extras()).isEqualTo(Map.of("currency_code", sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01T00:00:00Z", "2026-05-01T23:30:00-05:00", "2026-05-01T12:00:00.000"})
    void closedDate_withATime_isItsDayAndKept(String text) {
        Deal deal = read("{\"id\": \"%s\", \"closed_date\": \"%s\"}".formatted(ID, text));

        assertThat(deal.expectedCloseOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(deal.extras()).isEqualTo(Map.of("closed_date", text));
    }

    @Test
    void closedDate_ofADay_isThatAlone() {
        Deal deal = read("{\"id\": \"%s\", \"closed_date\": \"2026-05-01\"}".formatted(ID));

        assertThat(deal.expectedCloseOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(deal.extras()).isEmpty();
    }

    @Test
    void customFields_ofEveryKind_haveTheirValues() {
        Deal deal = read("""
                {"id": "%s", "custom_fields": [
                  {"attribute_id": "a", "data_type": "integer", "value": 0.10},
                  {"attribute_id": "b", "data_type": "multi-select", "tag": {"id": "t1", "name": "One"}},
                  {"attribute_id": "b", "data_type": "multi-select", "tag": {"id": "t2", "name": null}},
                  {"attribute_id": "c", "data_type": "multi-select", "value": null, "tag": null},
                  {"attribute_id": "d", "data_type": "date", "value": null},
                  {"attribute_id": "e", "value": {"x": [1]}},
                  {"attribute_id": "f", "value": "p"},
                  {"attribute_id": "f", "value": "q"},
                  {"attribute_id": "g", "data_type": "multi-team-member", "team_member": {"id": "m", "name": "Ann"}}]}
                """.formatted(ID));

        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("a", number("0.10"));
        expected.put("b", List.of("One", "t2"));
        expected.put("c", List.of());
        expected.put("d", null);
        expected.put("e", Map.of("x", List.of(number("1"))));
        expected.put("f", List.of("p", "q"));
        expected.put("g", List.of("m"));
        assertThat(deal.customFields()).isEqualTo(expected);
        assertThat(deal.extras()).containsOnlyKeys("custom_fields");
    }

    /** With a fixed seed each: a failure can be repeated. */
    @Test
    void extraJson_ofAnyShapeInAnyObject_isReadableFromTheDeal() {
        for (int seed = 0; seed < 200; seed++) {
            RandomJson random = new RandomJson(seed);
            RandomJson.Sample inDeal = random.object();
            RandomJson.Sample inField = random.object();
            RandomJson.Sample value = random.object();

            Deal deal = read("""
                    {"extra": %s, "id": "%s", "custom_fields": [{"attribute_id": "a", "value": %s, "extra": %s}]}
                    """.formatted(inDeal.text(), ID, value.text(), inField.text()));

            Map<String, @Nullable Object> field = new HashMap<>();
            field.put("attribute_id", "a");
            field.put("value", value.value());
            field.put("extra", inField.value());
            assertThat(deal.extras())
                    .as("seed %s", seed)
                    .isEqualTo(Map.of("extra", inDeal.value(), "custom_fields", List.of(field)));
            assertThat(deal.customFields()).as("seed %s", seed).isEqualTo(Collections.singletonMap("a", value.value()));
        }
    }

    private static Deal.Builder bare() {
        return Deal.builder().id(ID).provider("stardex").status(DealStatus.UNKNOWN);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
