package dev.dealsdk.internal.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The wait that a vendor names in the headers of a response. Nonsense counts as no wait named. */
public final class RetryHints {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;
    private static final BigDecimal LONGEST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(31).toSeconds());

    private RetryHints() {}

    /**
     * Reads {@code Retry-After} (seconds, with a fraction or without, or an HTTP date), else, when the quota is spent, {@code
     * X-RateLimit-Reset} or {@code RateLimit-Reset} (epoch seconds). Some vendors send the latter with every response: after
     * any other failure they say nothing.
     */
    public static Optional<Duration> from(int status, Headers headers, Instant now) {
        Optional<Duration> retryAfter = retryAfter(headers, now);
        boolean isSpent = status == TOO_MANY_REQUESTS || status == FORBIDDEN;
        return retryAfter.isPresent() || !isSpent ? retryAfter : reset(headers, now);
    }

    private static Optional<Duration> retryAfter(Headers headers, Instant now) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> seconds = number(value);
        if (seconds.isPresent()) {
            return plausible(seconds.get());
        }
        return date(value).flatMap(end -> until(end.getEpochSecond(), headers, now));
    }

    /** Until the quota is whole again. */
    static Optional<Duration> reset(Headers headers, Instant now) {
        return reset(headers.get("X-RateLimit-Reset"), headers, now)
                .or(() -> reset(headers.get("RateLimit-Reset"), headers, now));
    }

    private static Optional<Duration> reset(@Nullable String value, Headers headers, Instant now) {
        Optional<BigDecimal> number = value == null ? Optional.empty() : number(value);
        if (number.isEmpty() || number.get().compareTo(LONGEST_SECONDS) <= 0) {
            // A number so small is no moment of our days, but a wait: some vendors do not say which of the two they
            // send.
            return number.flatMap(RetryHints::plausible);
        }
        return number.filter(moment -> moment.precision() - moment.scale() <= 12)
                .flatMap(
                        moment -> until(moment.setScale(0, RoundingMode.CEILING).longValueExact(), headers, now));
    }

    /** By the vendor's own clock, where the response tells it: the moment is one of that clock. */
    private static Optional<Duration> until(long epochSecond, Headers headers, Instant now) {
        String sent = headers.get("Date");
        long theirs = (sent == null ? Optional.<Instant>empty() : date(sent))
                .orElse(now)
                .getEpochSecond();
        return plausible(BigDecimal.valueOf(epochSecond - theirs));
    }

    /** Whether a vendor can mean it: there are quotas of a day and of a month, but none of a year. */
    public static boolean isPlausible(Duration wait) {
        return !wait.isNegative() && BigDecimal.valueOf(wait.toSeconds()).compareTo(LONGEST_SECONDS) <= 0;
    }

    /** In whole seconds, rounded up: a wait that ends a fraction too early would be refused again. */
    private static Optional<Duration> plausible(BigDecimal seconds) {
        return seconds.signum() < 0 || seconds.compareTo(LONGEST_SECONDS) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(
                        seconds.setScale(0, RoundingMode.CEILING).longValueExact()));
    }

    /** Digits, with a fraction or without. */
    private static Optional<BigDecimal> number(String value) {
        String text = value.strip();
        boolean isNumber = !text.isEmpty()
                && text.length() <= 24
                && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
                && text.indexOf('.') == text.lastIndexOf('.')
                && !text.startsWith(".")
                && !text.endsWith(".");
        return isNumber ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The three forms of a date in HTTP (RFC 9110, 5.6.7). */
    private static Optional<Instant> date(String value) {
        String text = value.strip();
        for (DateTimeFormatter form : Forms.OF_DATES) {
            try {
                return Optional.of(form.parse(text, Forms::instant));
            } catch (DateTimeException anotherForm) {
                // The next one, or none.
            }
        }
        return Optional.empty();
    }

    /** Not made before a date has to be read: few vendors send any that matters. */
    private static final class Forms {
        static final DateTimeFormatter[] OF_DATES = {
            DateTimeFormatter.RFC_1123_DATE_TIME,
            // RFC 850, with two digits of the year.
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            // asctime, with the day padded by a blank.
            new DateTimeFormatterBuilder()
                    .appendPattern("EEE MMM ppd HH:mm:ss yyyy")
                    .toFormatter(Locale.ENGLISH)
        };

        private Forms() {}

        static Instant instant(TemporalAccessor date) {
            return date.isSupported(ChronoField.INSTANT_SECONDS)
                    ? Instant.from(date)
                    : LocalDateTime.from(date).toInstant(ZoneOffset.UTC);
        }
    }
}
