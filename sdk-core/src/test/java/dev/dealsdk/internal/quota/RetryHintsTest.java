package dev.dealsdk.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryHintsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_705_312_800);

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-Reset", "RateLimit-Reset"})
    void wait_resetOfAQuotaThatIsSpent_isTheTimeLeft(String header) {
        assertThat(RetryHints.from(429, Headers.of(header, "1705312845"), NOW)).contains(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void wait_resetWithAnotherFailure_isNone(int status) {
        Headers headers = Headers.of("X-RateLimit-Reset", "1705312845", "RateLimit-Reset", "1705312845");

        assertThat(RetryHints.from(status, headers, NOW)).isEmpty();
    }

    @Test
    void wait_retryAfter_countsWithAnyFailure() {
        Headers headers = Headers.of("Retry-After", "2", "X-RateLimit-Reset", "1705312845");

        assertThat(RetryHints.from(503, headers, NOW)).contains(Duration.ofSeconds(2));
    }
}
