package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All pages of the stages, asked for in the order of the pipeline. */
final class StoraStagesTest extends WireTest {

    @Test
    void stages_twoPages_areAskedForInPipelineOrder() throws Exception {
        String last = Bodies.sample("stages_response")
                .replace("\"count\": 3", "\"count\": 53")
                .replace("\"pages\": 1", "\"pages\": 2");
        answer(200, last.replace("\"next\": null", "\"next\": 2").replace("dstg_347b", "dstg_000b"));
        answer(200, last);

        assertThat(deals.stages())
                .extracting(stage -> stage.id())
                .containsExactly(
                        "dstg_127b3057d5df338e",
                        "dstg_237b3057d5df338e",
                        "dstg_000b3057d5df338e",
                        "dstg_347b3057d5df338e");

        assertThat(sent().getTarget())
                .isEqualTo("/2025-09/deals/stages?page=1&limit=100&sort_by=position&sort_direction=ASC");
        assertThat(sent().getTarget())
                .isEqualTo("/2025-09/deals/stages?page=2&limit=100&sort_by=position&sort_direction=ASC");
    }

    @Test
    void stages_pagesThatRepeatForEver_endAtTheFirstRepetition() {
        String page = Bodies.sample("stages_response").replace("\"next\": null", "\"next\": 9");
        answer(200, page);
        answer(200, page);

        assertThat(deals.stages()).hasSize(3);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
