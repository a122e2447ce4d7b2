package dev.dealsdk.internal.auth;

import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.InFlightCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for client credentials (RFC 6749, section 4.4), each kept until shortly before it expires.
 *
 * <p>Single-flight: concurrent calls share one refresh. It runs on a thread of its own, so that no call waits for it longer
 * than it can.
 */
public final class ClientCredentials implements Credentials {
    /** Renewed this early, or after half of a life shorter than twice that. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    private final Supplier<AccessToken> endpoint;
    private final InFlightCalls inFlight;
    private final CallThreads threads;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Issued> issued = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Issued>> refresh = new AtomicReference<>();

    /**
     * Credentials that have no token yet.
     *
     * @param endpoint asks for a token; throws a {@link TokenUnavailableException} if it gets none
     * @param inFlight the calls of the client: none waits any longer when they must end
     * @param threads the client's
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public ClientCredentials(
            Supplier<AccessToken> endpoint, InFlightCalls inFlight, CallThreads threads, LongSupplier nanoTime) {
        this.endpoint = endpoint;
        this.inFlight = inFlight;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /**
     * A token as the vendor issued it.
     *
     * @param token fit for a header
     * @param life how long it is good for
     */
    public record AccessToken(String token, Duration life) {
        @Override
        public String toString() {
            return "AccessToken[****]";
        }
    }

    @Override
    public Authorization authorization(Duration limit) {
        Issued current = issued.get();
        if (current != null && !isOver(current)) {
            return current.authorization();
        }
        return await(refresh(), limit).authorization();
    }

    @Override
    public boolean refused(Authorization refused) {
        Issued current = issued.get();
        if (current != null && current.authorization().equals(refused)) {
            issued.compareAndSet(current, null);
        }
        return true;
    }

    private CompletableFuture<Issued> refresh() {
        CompletableFuture<Issued> mine = new CompletableFuture<>();
        CompletableFuture<Issued> running = refresh.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        Issued current = issued.get();
        if (current != null && !isOver(current)) {
            // One has just come to its end.
            refresh.set(null);
            mine.complete(current);
            return mine;
        }
        try {
            threads.start(() -> request(mine));
        } catch (Throwable noThread) {
            fail(mine, noThread);
        }
        return mine;
    }

    private void request(CompletableFuture<Issued> mine) {
        try {
            Issued fresh = issue();
            issued.set(fresh);
            refresh.set(null);
            mine.complete(fresh);
        } catch (Throwable failed) {
            fail(mine, failed);
        }
    }

    /** The next call starts another refresh. */
    private void fail(CompletableFuture<Issued> mine, Throwable failure) {
        refresh.set(null);
        mine.completeExceptionally(failure);
    }

    private Issued await(CompletableFuture<Issued> running, Duration limit) {
        try {
            return inFlight.await(running, limit);
        } catch (TimeoutException late) {
            String why = inFlight.areEnded() ? "the client was closed before a token came" : "no token came in time";
            throw TokenUnavailableException.unavailable(why, 0, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw TokenUnavailableException.unavailable("interrupted while waiting for a token", 0, interrupted);
        }
    }

    private Issued issue() {
        AccessToken fresh = endpoint.get();
        Duration life = fresh.life().compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : fresh.life();
        Duration early = life.minus(EARLY);
        Duration half = life.dividedBy(2);
        Duration renewIn = early.compareTo(half) > 0 ? early : half;
        return new Issued(Authorization.bearer(fresh.token()), nanoTime.getAsLong() + renewIn.toNanos());
    }

    private boolean isOver(Issued token) {
        return nanoTime.getAsLong() - token.renewAtNanos() >= 0;
    }

    private record Issued(Authorization authorization, long renewAtNanos) {}
}
