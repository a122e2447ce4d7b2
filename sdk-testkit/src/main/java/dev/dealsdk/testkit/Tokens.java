package dev.dealsdk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The bearer tokens a simulator accepts: one that never expires, and those issued on request. Thread-safe. */
final class Tokens {
    private final String permanent;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, Instant> issued = new HashMap<>();
    private int requests;
    private int serial;

    Tokens(String permanent, Duration lifetime, Clock clock) {
        this.permanent = permanent;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    String permanent() {
        return permanent;
    }

    /** Counts a call of the token endpoint, granted or not. */
    synchronized void countRequest() {
        requests++;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized String issue() {
        String token = "test-access-token-" + ++serial;
        issued.put(token, clock.instant().plus(lifetime));
        return token;
    }

    synchronized void expireIssued() {
        issued.clear();
    }

    synchronized boolean accepts(String token) {
        Instant expiry = issued.get(token);
        return token.equals(permanent) || (expiry != null && clock.instant().isBefore(expiry));
    }
}
