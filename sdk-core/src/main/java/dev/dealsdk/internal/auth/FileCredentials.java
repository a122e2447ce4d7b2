package dev.dealsdk.internal.auth;

import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.InFlightCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code deals.token-file}: a bearer token that something else renews in a file.
 *
 * <p>The file is looked at once a second at most, on a thread that can be left behind: it may be a pipe that nobody writes to,
 * or stand on a mount that is dead, and no call waits for it longer than it can.
 */
public final class FileCredentials implements Credentials {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration LOOK_AFTER_REFUSAL = Duration.ofSeconds(2);

    private final TokenFile file;
    private final InFlightCalls inFlight;
    private final CallThreads threads;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    /** A token as it was read. */
    private record Seen(Authorization authorization, long atNanos) {}

    /**
     * Credentials that look at the file when a token is first needed.
     *
     * @param inFlight the calls of the client: none waits any longer when they must end
     * @param threads the client's
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public FileCredentials(TokenFile file, InFlightCalls inFlight, CallThreads threads, LongSupplier nanoTime) {
        this.file = file;
        this.inFlight = inFlight;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    @Override
    public Authorization authorization(Duration limit) {
        Seen last = seen;
        if (last != null && nanoTime.getAsLong() - last.atNanos() < FRESH_NANOS) {
            return last.authorization();
        }
        return look(limit);
    }

    @Override
    public boolean refused(Authorization refused) {
        seen = null;
        return !look(LOOK_AFTER_REFUSAL).secret().equals(refused.secret());
    }

    private Authorization look(Duration limit) {
        try {
            String token = inFlight.await(reading(file, threads), limit);
            Seen last = seen;
            Authorization authorization =
                    last != null && last.authorization().secret().equals(token)
                            ? last.authorization()
                            : Authorization.bearer(token);
            seen = new Seen(authorization, nanoTime.getAsLong());
            return authorization;
        } catch (TimeoutException late) {
            throw TokenUnavailableException.unavailable("the token file did not give its token in time", 0, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw TokenUnavailableException.unavailable("interrupted while reading the token file", 0, interrupted);
        }
    }

    /**
     * Reads a token file beside the caller.
     *
     * @return the token, or a {@link dev.dealsdk.ConfigurationException}
     */
    public static CompletableFuture<String> reading(TokenFile file, CallThreads threads) {
        CompletableFuture<String> token = new CompletableFuture<>();
        threads.start(() -> {
            try {
                token.complete(file.read());
            } catch (RuntimeException | Error broken) {
                token.completeExceptionally(broken);
            }
        });
        return token;
    }
}
