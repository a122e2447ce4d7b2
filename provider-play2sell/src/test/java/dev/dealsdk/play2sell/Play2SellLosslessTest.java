package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the vendor sends, nothing fails and nothing is lost. */
class Play2SellLosslessTest extends OnMockServer {

    @Test
    void deal_withAnIdAlone_isReadAndEmpty() {
        assertThat(read("{\"id\": \"" + ID + "\"}")).isEqualTo(bare().build());
    }

    @Test
    void deal_withNulls_isAsIfTheyWereMissing() {
        Deal deal = read("""
                {"id": "%s", "name": null, "value": null, "stage": null, "status": null, "contact_name": null,
                 "contact_email": null, "company": null, "owner_id": null, "expected_close_date": null,
                 "priority": null, "lead_id": null, "custom_fields": null, "tags": null, "created_at": null,
                 "updated_at": null}
                """.formatted(ID));

        assertThat(deal).isEqualTo(bare().build());
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                odd("name", "5", number("5")),
                odd("value", "\"12000\"", "12000"),
                odd("value", "\"about 12k\"", "about 12k"),
                odd("value", "[1.50]", List.of(number("1.50"))),
                odd("stage", "\"Proposal\"", "Proposal"),
                odd("stage", "3", number("3")),
                odd("status", "7", number("7")),
                odd("contact_name", "{\"first\": \"Maria\"}", Map.of("first", "Maria")),
                odd("contact_email", "[\"a@b.c\"]", List.of("a@b.c")),
                odd("company", "{\"id\": 1e2}", Map.of("id", number("1e2"))),
                odd("owner_id", "false", false),
                odd("expected_close_date", "\"soon\"", "soon"),
                odd("expected_close_date", "\"2026-02-30\"", "2026-02-30"),
                odd("expected_close_date", "\"2026-04-15T00:00:00Z\"", "2026-04-15T00:00:00Z"),
                odd("priority", "1", number("1")),
                odd("lead_id", "9007199254740993", number("9007199254740993")),
                odd("custom_fields", "[\"annual\"]", List.of("annual")),
                odd("tags", "\"enterprise\"", "enterprise"),
                odd("tags", "[\"enterprise\", 5, null]", Arrays.asList("enterprise", number("5"), null)),
                odd("created_at", "1773570600", number("1773570600")),
                odd("created_at", "\"yesterday\"", "yesterday"),
                odd("updated_at", "\"2026-03-14\"", "2026-03-14"));
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

    @ParameterizedTest
    @ValueSource(strings = {"archived", "OPEN", ""})
    void status_ofAnotherWord_isUnknownAndKept(String word) {
        Deal deal = read("{\"id\": \"%s\", \"status\": \"%s\"}".formatted(ID, word));

        assertThat(deal.status()).isEqualTo(DealStatus.UNKNOWN);
        assertThat(deal.extras()).isEqualTo(Map.of("status", word));
    }

    @Test
    void priority_ofAnotherWord_isPassedOn() {
        assertThat(read("{\"id\": \"%s\", \"priority\": \"urgent\"}".formatted(ID))
                        .extras())
                .isEqualTo(Map.of("priority", "urgent"));
    }

    @Test
    void stage_withMoreThanIsDocumented_isKeptWithItsName() {
        Deal deal = read("""
                {"id": "%s", "stage": {"id": 3, "name": "Proposal", "probability": "high", "color": null, "rank": 2.50}}
                """.formatted(ID));

        assertThat(deal.stageId()).isEmpty();
        assertThat(deal.stageName()).contains("Proposal");
        assertThat(deal.winProbability()).isEmpty();
        Map<String, @Nullable Object> rest = new HashMap<>();
        rest.put("id", number("3"));
        rest.put("probability", "high");
        rest.put("color", null);
        rest.put("rank", number("2.50"));
        assertThat(deal.extras()).isEqualTo(Map.of("stage", rest));
    }

    @Test
    void unknownFields_areKeptUnderTheirNames() {
        Deal deal = read("""
                {"id": "%s", "team_id": "t1", "loss_reason": "price", "final_value": 9007199254740993.10,
                 "notes": [], "archived": false, "merged_into": null}
                """.formatted(ID));

        assertThat(deal)
                .isEqualTo(bare().putExtras("team_id", "t1")
                        .putExtras("loss_reason", "price")
                        .putExtras("final_value", number("9007199254740993.10"))
                        .putExtras("notes", List.of())
                        .putExtras("archived", false)
                        .putAllExtras(Collections.singletonMap("merged_into", null))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234.56", "0.1", "9007199254740993", "1e2", "-0.10", "75000.00", "0"})
    void value_anyNumber_isReadToTheLastDigit(String text) {
        assertThat(read("{\"id\": \"%s\", \"value\": %s}".formatted(ID, text)).value())
                .contains(DealValue.of(text));
    }

    /** With a fixed seed each: a failure can be repeated. */
    @Test
    void extraJson_ofAnyShapeInAnyObject_isReadableFromTheDeal() {
        for (int seed = 0; seed < 200; seed++) {
            RandomJson random = new RandomJson(seed);
            RandomJson.Sample inDeal = random.object();
            RandomJson.Sample inStage = random.object();
            RandomJson.Sample inCustomFields = random.object();

            Deal deal = read("""
                    {"extra": %s, "id": "%s", "stage": {"extra": %s, "name": "Proposal"}, "custom_fields": %s}
                    """.formatted(inDeal.text(), ID, inStage.text(), inCustomFields.text()));

            assertThat(deal.extras())
                    .as("seed %s", seed)
                    .isEqualTo(Map.of("extra", inDeal.value(), "stage", Map.of("extra", inStage.value())));
            assertThat(deal.customFields()).as("seed %s", seed).isEqualTo(inCustomFields.value());
        }
    }

    private static Deal.Builder bare() {
        return Deal.builder().id(ID).provider("play2sell").status(DealStatus.UNKNOWN);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
