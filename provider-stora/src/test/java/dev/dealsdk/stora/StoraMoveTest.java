package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Moving is not documented: where it is allowed, the answer decides whether it worked. */
final class StoraMoveTest extends WireTest {

    @Test
    void move_deal_isAnUpdateOfTheStage() throws Exception {
        connect(DealsConfig.builder().allowUnverified(true));
        answer(200, Bodies.sample("update_response"));

        assertThat(deals.move(DEAL, StageRef.id("dstg_127b3057d5df338e")).stageId())
                .contains("dstg_127b3057d5df338e");

        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("PATCH /2025-09/deals/" + DEAL + " HTTP/1.1");
        assertThat(body(sent)).isEqualTo(Map.of("stage", Map.of("id", "dstg_127b3057d5df338e")));
    }

    @Test
    void move_stageThatIsIgnored_isUnknown() {
        connect(DealsConfig.builder().allowUnverified(true));
        answer(200, Bodies.sample("update_response"));

        InvalidRequestException failure =
                catchThrowableOfType(InvalidRequestException.class, () -> deals.move(DEAL, StageRef.id("dstg_other")));

        assertThat(failure).hasMessageContaining("the deal is not in dstg_other");
        assertThat(failure.outcome()).as("it may not be shown yet").isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(1);
    }
}
