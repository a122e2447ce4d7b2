package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Play2SellQuotaTest extends Play2SellTest {

    @Test
    void everyResponseOfTheApi_tellsTheQuotaOfTheSmallestPlan() throws Exception {
        caller.get("/v1/stages");
        Reply reply = caller.post("/v1/deals", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers())
                .containsEntry("x-ratelimit-limit", List.of("100"))
                .containsEntry("x-ratelimit-remaining", List.of("98"))
                .containsEntry("x-ratelimit-reset", List.of(Long.toString(NOON.getEpochSecond() + 60)));
        assertThat(caller.get("/v1/unknown").headers()).containsKey("x-ratelimit-limit");
        assertThat(caller.post("/oauth/token", "{}").headers()).doesNotContainKey("x-ratelimit-limit");
    }

    @Test
    void quota_byDefault_isNotKept() throws Exception {
        for (int i = 0; i < 101; i++) {
            assertThat(caller.get("/v1/stages").status()).isEqualTo(200);
        }
    }

    @Test
    void quota_enforced_refusesTheHundredAndFirst() throws Exception {
        simulator.enforceRateLimit(true);
        for (int i = 0; i < 100; i++) {
            assertThat(caller.get("/v1/stages").status()).isEqualTo(200);
        }

        Reply reply = caller.get("/v1/stages");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.error()).containsEntry("code", "RATE_LIMITED");
        assertThat(reply.headers())
                .containsEntry("retry-after", List.of("60"))
                .containsEntry("x-ratelimit-remaining", List.of("0"));
        simulator.requireContract();
    }
}
