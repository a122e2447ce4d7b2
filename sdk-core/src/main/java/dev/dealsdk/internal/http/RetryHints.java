package dev.dealsdk.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The wait that a vendor names in the headers of an answer. Nonsense counts as no wait named. */
final class RetryHints {
    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();
    private static final int TOO_MANY_REQUESTS = 429;

    private RetryHints() {}

    /**
     * The wait that an answer of this status names. Some vendors tell with every answer when the present window of their
     * quota ends: only when the quota is spent (429) is that something to wait for.
     */
    static Optional<Duration> from(int status, Headers headers, Instant now) {
        return status == TOO_MANY_REQUESTS ? from(headers, now) : retryAfter(headers.get("Retry-After"), now);
    }

    /**
     * Reads {@code Retry-After} (seconds or an HTTP date), else {@code X-RateLimit-Reset} or {@code RateLimit-Reset} (epoch
     * seconds).
     */
    static Optional<Duration> from(Headers headers, Instant now) {
        return retryAfter(headers.get("Retry-After"), now)
                .or(() -> reset(headers.get("X-RateLimit-Reset"), now))
                .or(() -> reset(headers.get("RateLimit-Reset"), now));
    }

    private static Optional<Duration> retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        OptionalLong seconds = wholeNumber(value);
        if (seconds.isPresent()) {
            return plausible(seconds.getAsLong());
        }
        try {
            Instant end = ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return plausible(Duration.between(now, end).toSeconds());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> reset(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        OptionalLong epochSecond = wholeNumber(value);
        // Rounded up: a wait that ends within the second before the reset would meet the old quota.
        return epochSecond.isEmpty() ? Optional.empty() : plausible(epochSecond.getAsLong() - now.getEpochSecond());
    }

    private static Optional<Duration> plausible(long seconds) {
        return seconds < 0 || seconds > LONGEST_SECONDS ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private static OptionalLong wholeNumber(String value) {
        String digits = value.trim();
        boolean number = !digits.isEmpty()
                && digits.length() <= 12
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
