package dev.dealsdk.testkit.internal.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The bearer tokens a simulator accepts: one that never expires, and those issued on request. Thread-safe. */
public final class Tokens {
    private final String permanent;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, Instant> issued = new HashMap<>();
    private int requests;
    private int serial;

    public Tokens(String permanent, Duration lifetime, Clock clock) {
        this.permanent = permanent;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public String permanent() {
        return permanent;
    }

    /** Counts a call of the token endpoint, granted or not. */
    public synchronized void countRequest() {
        requests++;
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized String issue() {
        String token = "test-access-token-" + ++serial;
        issued.put(token, clock.instant().plus(lifetime));
        return token;
    }

    public synchronized void expireIssued() {
        issued.clear();
    }

    public synchronized boolean accepts(String token) {
        Instant expiry = issued.get(token);
        return token.equals(permanent) || (expiry != null && clock.instant().isBefore(expiry));
    }
}
