package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without {@code deals.rate-limit}, a client keeps to the quota of the smallest plan. */
final class Play2SellQuotaTest {

    @Test
    void anyCall_afterAHundredInAMinute_isHeldBack() {
        try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
            simulator.enforceRateLimit(true);
            Map<String, String> config = new HashMap<>(simulator.config());
            config.remove("deals.rate-limit");
            try (DealsClient deals = DealsClient.connect(DealsConfig.from(config))) {
                for (int i = 0; i < 100; i++) {
                    assertThat(deals.stages()).isNotEmpty();
                }
                DealsClient hurried = deals.with(
                        CallOptions.builder().callTimeout(Duration.ofSeconds(1)).build());

                RateLimitedException refusal = catchThrowableOfType(RateLimitedException.class, hurried::stages);

                assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(simulator.journal()).hasSize(100).allMatch(entry -> entry.status() == 200);
            }
        }
    }
}
