package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tokens for calls that no thread waits for: whoever comes while one is renewed shares its result. */
final class TokenRelay {
    private final Credentials credentials;
    private final BackgroundThreads threads;
    private final AtomicReference<@Nullable CompletableFuture<String>> renewal = new AtomicReference<>();

    TokenRelay(Credentials credentials, BackgroundThreads threads) {
        this.credentials = credentials;
        this.threads = threads;
    }

    /**
     * A token that has just been renewed.
     *
     * @param limit how long its renewal may take
     * @return the token, or a {@link TokenUnavailableException}
     */
    CompletableFuture<String> renewed(Duration limit) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> running = renewal.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        threads.renew(() -> {
            try {
                String token = credentials.token(limit);
                renewal.set(null);
                mine.complete(token);
            } catch (RuntimeException | Error failed) {
                renewal.set(null);
                mine.completeExceptionally(failed);
            }
        });
        return mine;
    }
}
