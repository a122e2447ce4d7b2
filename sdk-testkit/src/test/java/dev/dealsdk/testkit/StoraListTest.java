package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoraListTest extends StoraTest {

    @Test
    void list_withoutParameters_isTheWholeFirstPage() throws Exception {
        Reply reply = caller.get(DEALS);

        assertThat(names(reply, "deals")).containsExactly("First Deal", "Archived Deal", "Won Deal");
        assertThat(pagination(reply))
                .containsEntry("count", 3)
                .containsEntry("limit", 50)
                .containsEntry("page", 1)
                .containsEntry("pages", 1)
                .containsEntry("last", 1)
                .containsEntry("next", null)
                .containsEntry("prev", null);
        simulator.requireContract();
    }

    @Test
    void list_pageInTheMiddle_namesItsNeighbours() throws Exception {
        Reply reply = caller.get(DEALS + "?page=2&limit=1");

        assertThat(names(reply, "deals")).containsExactly("Archived Deal");
        assertThat(pagination(reply))
                .containsEntry("next", 3)
                .containsEntry("prev", 1)
                .containsEntry("pages", 3);
    }

    @Test
    void list_pagePastTheEnd_isEmpty() throws Exception {
        Reply reply = caller.get(DEALS + "?page=99999999999&limit=100");

        assertThat(names(reply, "deals")).isEmpty();
        assertThat(pagination(reply)).containsEntry("next", null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    ''                                       | third, second, first
                    ?sort_by=position&sort_direction=ASC     | first, second, third
                    ?sort_by=position                        | third, second, first
                    ?sort_by=updated_at&sort_direction=ASC   | first, second, third
                    """)
    void stages_inAnOrder_areSorted(String query, String expected) throws Exception {
        assertThat(names(caller.get(DEALS + "/stages" + query), "stages"))
                .containsExactly((Object[]) expected.split(", "));
        simulator.requireContract();
    }

    @Test
    void stages_always_haveAGapInTheirPositions() throws Exception {
        Reply reply = caller.get(DEALS + "/stages?sort_by=position&sort_direction=ASC");

        assertThat(reply.text()).contains("\"position\":1", "\"position\":2", "\"position\":4");
        assertThat(caller.get(DEALS + "/stages/" + SECOND).member("stage")).containsEntry("name", "second");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/2025-09/deals?page=0",
        "/2025-09/deals?page=x",
        "/2025-09/deals?limit=101",
        "/2025-09/deals/stages?sort_by=name",
        "/2025-09/deals/stages?sort_direction=up",
        "/2025-09/deals/deal_127b3057d5df338e?expand=pipeline"
    })
    void read_parameterOutsideTheRules_isRefused(String path) throws Exception {
        assertThat(refusal(caller.get(path))).isEqualTo("422 invalid_url_param");
        assertThat(simulator.contractViolations()).noneMatch(sentence -> sentence.startsWith("response"));
    }

    private static Map<String, @Nullable Object> pagination(Reply reply) {
        return Json.copyOf(Objects.requireNonNull(reply.meta().get("pagination")));
    }

    private static List<@Nullable Object> names(Reply reply, String list) {
        return reply.json().get(list) instanceof List<?> items
                ? items.stream()
                        .<@Nullable Object>map(item -> item instanceof Map<?, ?> fields ? fields.get("name") : item)
                        .toList()
                : List.of();
    }
}
