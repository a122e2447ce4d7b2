package dev.dealsdk;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the options of a call. Messages never contain the checked values, which may be secret. */
final class CallOptionChecks {
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "host",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "accept",
            "accept-encoding",
            "user-agent",
            "idempotency-key",
            // What would change the framing of a request, or what it means.
            "upgrade",
            "expect",
            "te",
            "trailer",
            "range",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "if-unmodified-since",
            "if-range",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "cookie",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    /** Longer ones would overflow the HTTP library's milliseconds, as in the configuration. */
    private static final Duration LONGEST = Duration.ofDays(24);

    private CallOptionChecks() {}

    static void positive(String name, Optional<Duration> limit) {
        if (limit.isEmpty()) {
            return;
        }
        Duration duration = limit.get();
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": " + duration + " is longer than 24 days");
        }
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + ": " + duration + " is not a positive duration");
        }
    }

    static void header(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(CallOptionChecks::isTokenCharacter)) {
            throw new IllegalArgumentException("headers: a name is empty or holds a character that HTTP forbids");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("headers: " + name + " is set by the SDK itself");
        }
        headerValue("headers: " + name, value);
    }

    static void headerValue(String what, String value) {
        if (value.isBlank() || !value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
            throw new IllegalArgumentException(what + " is blank or holds a character that HTTP forbids in a header");
        }
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
