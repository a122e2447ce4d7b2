package dev.dealsdk.internal.quota;

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
public final class RetryHints {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long LONGEST_SECONDS = Duration.ofDays(31).toSeconds();

    private RetryHints() {}

    /**
     * Reads {@code Retry-After} (seconds or an HTTP date), else, when the quota is spent, {@code X-RateLimit-Reset} or
     * {@code RateLimit-Reset} (epoch seconds). Some vendors send the latter with every answer: after any other failure they
     * say nothing.
     */
    public static Optional<Duration> from(int status, Headers headers, Instant now) {
        Optional<Duration> retryAfter = retryAfter(headers.get("Retry-After"), now);
        if (status != TOO_MANY_REQUESTS) {
            return retryAfter;
        }
        return retryAfter.or(() -> reset(headers, now));
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
            return plausible(end.getEpochSecond() - now.getEpochSecond());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Until the quota is whole again. */
    static Optional<Duration> reset(Headers headers, Instant now) {
        return reset(headers.get("X-RateLimit-Reset"), now).or(() -> reset(headers.get("RateLimit-Reset"), now));
    }

    private static Optional<Duration> reset(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        OptionalLong epochSecond = wholeNumber(value);
        return epochSecond.isEmpty() ? Optional.empty() : plausible(epochSecond.getAsLong() - now.getEpochSecond());
    }

    /** Whether a vendor can mean it: there are quotas of a day and of a month, but none of a year. */
    public static boolean isPlausible(Duration wait) {
        return !wait.isNegative() && wait.toSeconds() <= LONGEST_SECONDS;
    }

    /** Counted from the second that has begun: a wait that ends a fraction too early would be refused again. */
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
