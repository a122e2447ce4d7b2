package dev.dealsdk.internal.quota;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.RateLimit;
import dev.dealsdk.internal.config.RateWindow;
import dev.dealsdk.spi.VendorProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** An account's share of what its vendor takes on, and what the vendor's answers say of it. Thread-safe. */
public final class Quota {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;

    private static final String LIMIT = "X-RateLimit-Limit";
    private static final String REMAINING = "X-RateLimit-Remaining";

    private final Optional<RateLimiter> limiter;
    private volatile @Nullable Heard heard;

    /** The headers of a response that spoke of the rate limit. */
    private record Heard(Headers headers, Instant at) {}

    private Quota(Optional<RateLimiter> limiter) {
        this.limiter = limiter;
    }

    /** No quota at all. */
    public static Quota unlimited() {
        return new Quota(Optional.empty());
    }

    /**
     * That of the account which a configuration names, shared by all its clients in this process; {@link #close} must follow.
     *
     * @param token the token now, if it is known
     */
    public static Quota of(DealsConfig config, VendorProfile vendor, HttpUrl baseUrl, Optional<String> token) {
        List<RateWindow> windows =
                config.rateLimit().or(vendor::rateLimit).map(RateWindow::parse).orElse(List.of());
        if (windows.isEmpty()) {
            return unlimited();
        }
        String host = baseUrl.host().endsWith(".")
                ? baseUrl.host().substring(0, baseUrl.host().length() - 1)
                : baseUrl.host();
        String origin = baseUrl.scheme() + "://" + host + ":" + baseUrl.port();
        return new Quota(Optional.of(Limiters.ofTheProcess().acquire(origin, credentials(config, token), windows)));
    }

    /** What tells accounts apart, without the secret itself. A token in a file may change; the account stays. */
    private static List<String> credentials(DealsConfig config, Optional<String> token) {
        List<String> credentials = new ArrayList<>();
        config.tokenFile().ifPresent(file -> credentials.add("file " + realPath(file)));
        token.map(Quota::digest).ifPresent(credentials::add);
        config.oauthClientId().ifPresent(credentials::add);
        if (credentials.isEmpty()) {
            credentials.add("");
        }
        return credentials;
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** The client no longer uses it. */
    public void close() {
        limiter.ifPresent(Limiters.ofTheProcess()::release);
    }

    private static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    /** Whether there is one to keep to. */
    public boolean isLimited() {
        return limiter.isPresent();
    }

    /**
     * The next place in the queue; to be asked only of a quota that {@link #isLimited}.
     *
     * @param patience how long the request can wait
     * @return empty if its permit would come later than that
     */
    public Optional<Permit> next(Duration patience) {
        return limiter.orElseThrow().next(patience);
    }

    /** How long a request that came now would wait. */
    public Duration waitNow() {
        return limiter.map(RateLimiter::waitNow).orElse(Duration.ZERO);
    }

    /**
     * Hears what an answer says of the quota: that it is spent, or that this was the last of it.
     *
     * @param named the wait the answer names, if it names one
     */
    public void answered(int status, Headers headers, Optional<Duration> named, Instant now) {
        if (headers.get(LIMIT) != null || headers.get(REMAINING) != null) {
            heard = new Heard(headers, now);
        }
        if (limiter.isEmpty()) {
            return;
        }
        if (status == TOO_MANY_REQUESTS || status == FORBIDDEN) {
            named.ifPresent(limiter.get()::pause);
        } else if (isLast(headers.get(REMAINING)) || isLast(headers.get("RateLimit-Remaining"))) {
            RetryHints.reset(headers, now).ifPresent(limiter.get()::pause);
        }
    }

    /** What the vendor said last of the account's rate limit. */
    public RateLimit said() {
        Heard last = heard;
        if (last == null) {
            return RateLimit.UNKNOWN;
        }
        return new RateLimit(
                number(last.headers().get(LIMIT)),
                number(last.headers().get(REMAINING)),
                RetryHints.reset(last.headers(), last.at()).map(last.at()::plus));
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean isLast(@Nullable String remaining) {
        return remaining != null && remaining.strip().equals("0");
    }
}
