package dev.dealsdk.internal.http;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import org.jspecify.annotations.Nullable;

/** What all calls on one transport share. All state of a call is its own. */
final class HttpEngine {
    private final Exchange exchange;
    private final Credentials credentials;
    private final TokenRelay tokens;
    private final BackgroundThreads threads;
    private final CallsUnderWay underWay;
    private final Pacing pacing;
    private final Sleeper sleeper;

    HttpEngine(
            Exchange exchange,
            Credentials credentials,
            BackgroundThreads threads,
            CallsUnderWay underWay,
            Pacing pacing,
            Sleeper sleeper) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.tokens = new TokenRelay(credentials, threads);
        this.threads = threads;
        this.underWay = underWay;
        this.pacing = pacing;
        this.sleeper = sleeper;
    }

    Repetition begin(VendorRequest request, CallScope scope, @Nullable ReadBack<?> readBack) {
        return new Repetition(request, scope, credentials, underWay, pacing, readBack);
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
