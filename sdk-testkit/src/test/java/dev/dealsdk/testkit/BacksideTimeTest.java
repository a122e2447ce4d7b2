package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BacksideTimeTest extends BacksideTest {
    private static final String BEFORE = "2026-05-01T00:00:00Z";

    @Test
    void get_asOfBeforeAMove_isTheDealAsItWas() throws Exception {
        caller.post(DEAL + "/move", moveTo("Won"));

        Reply reply = caller.get(DEAL + "?as_of=" + BEFORE);

        assertThat(reply.json())
                .containsEntry("stage_name", "Proposal")
                .containsEntry("updated_at", "2026-04-02T09:30:00Z");
        assertThat(reply.json().get("_temporal")).asString().contains(BEFORE, "user_edit", "sys_to=" + NOON);
        assertThat(caller.get(DEAL + "?as_of=" + NOON).json()).containsEntry("stage_name", "Won");
        simulator.requireContract();
    }

    @Test
    void get_validAtAsWell_isRepeated() throws Exception {
        Reply reply = caller.get(DEAL + "?as_of=" + BEFORE + "&valid_at=2026-04-15T00:00:00Z");

        assertThat(reply.json().get("_temporal"))
                .asString()
                .contains("as_of=" + BEFORE, "valid_at=2026-04-15T00:00:00Z", "sys_to=null");
        simulator.requireContract();
    }

    @Test
    void get_asOfBeforeItsCreation_isNotFound() throws Exception {
        assertThat(caller.get(DEAL + "?as_of=2026-03-31T00:00:00Z").status()).isEqualTo(404);
    }

    @Test
    void list_asOf_bringsPastVersionsAndFiltersByThem() throws Exception {
        caller.post(DEAL + "/move", moveTo("Won"));
        simulator.addDeal(Map.of("name", "Later"));

        Reply reply = caller.get(DEALS + "?as_of=" + BEFORE + "&stage_id=" + stage("Proposal"));

        assertThat(reply.names()).containsExactly("Acme annual plan");
        assertThat(reply.text()).contains("_temporal");
        assertThat(caller.get(DEALS + "?as_of=" + BEFORE).names()).doesNotContain("Later");
        simulator.requireContract();
    }

    @Test
    void anyRead_beforeTheCutoff_isGone() throws Exception {
        simulator.forgetHistoryBefore(Instant.parse("2026-06-01T00:00:00Z"));

        assertThat(caller.get(DEAL + "?as_of=" + BEFORE).status()).isEqualTo(410);
        assertThat(caller.get(DEALS + "?as_of=" + BEFORE).error()).containsEntry("code", "gone");
        assertThat(caller.get(DEAL + "?as_of=" + NOON).status()).isEqualTo(200);
        simulator.requireContract();
    }
}
