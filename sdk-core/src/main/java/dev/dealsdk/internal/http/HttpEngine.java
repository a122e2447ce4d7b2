package dev.dealsdk.internal.http;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.VendorRequest;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What all calls on one transport share. All state of a call is its own. */
final class HttpEngine {
    private final Exchange exchange;
    private final Credentials credentials;
    private final TokenRelay tokens;
    private final BackgroundThreads threads;
    private final CallsUnderWay underWay;
    private final RetryLimits limits;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final Clock clock;
    private final LongSupplier nanoTime;

    HttpEngine(
            Exchange exchange,
            Credentials credentials,
            BackgroundThreads threads,
            CallsUnderWay underWay,
            RetryLimits limits,
            Backoff backoff,
            Sleeper sleeper,
            Clock clock,
            LongSupplier nanoTime) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.tokens = new TokenRelay(credentials, threads);
        this.threads = threads;
        this.underWay = underWay;
        this.limits = limits;
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    Repetition begin(VendorRequest request, CallScope scope) {
        return new Repetition(request, scope, credentials, underWay, limits, backoff, clock, nanoTime);
    }

    Exchange exchange() {
        return exchange;
    }

    Credentials credentials() {
        return credentials;
    }

    TokenRelay tokens() {
        return tokens;
    }

    BackgroundThreads threads() {
        return threads;
    }

    CallsUnderWay underWay() {
        return underWay;
    }

    Sleeper sleeper() {
        return sleeper;
    }
}
