package dev.dealsdk.internal.quota;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.config.RateWindow;
import dev.dealsdk.spi.VendorProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** An account's share of what its vendor takes on, and what the vendor's answers say of it. Thread-safe. */
public final class Quota {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Optional<RateLimiter> limiter;

    private Quota(Optional<RateLimiter> limiter) {
        this.limiter = limiter;
    }

    /** No quota at all. */
    public static Quota unlimited() {
        return new Quota(Optional.empty());
    }

    /** That of the account which a configuration names, shared by all its clients in this process. */
    public static Quota of(DealsConfig config, VendorProfile vendor, HttpUrl baseUrl) {
        List<RateWindow> windows =
                config.rateLimit().or(vendor::rateLimit).map(RateWindow::parse).orElse(List.of());
        if (windows.isEmpty()) {
            return unlimited();
        }
        String origin = baseUrl.scheme() + "://" + baseUrl.host() + ":" + baseUrl.port();
        return new Quota(Optional.of(Limiters.ofTheProcess().of(origin, account(config), windows)));
    }

    /** What tells accounts apart, without the secret itself. A token in a file may change; the account stays. */
    private static String account(DealsConfig config) {
        return config.tokenFile()
                .map(file -> "file " + file.toAbsolutePath())
                .or(() -> config.token().map(Quota::digest))
                .or(config::oauthClientId)
                .orElse("");
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
        if (limiter.isEmpty()) {
            return;
        }
        if (status == TOO_MANY_REQUESTS) {
            named.ifPresent(limiter.get()::pause);
        } else if (isLast(headers.get("X-RateLimit-Remaining")) || isLast(headers.get("RateLimit-Remaining"))) {
            RetryHints.reset(headers, now).ifPresent(limiter.get()::pause);
        }
    }

    private static boolean isLast(@Nullable String remaining) {
        return remaining != null && remaining.strip().equals("0");
    }
}
