package dev.dealsdk.internal.http;

import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.JsonWriter;
import dev.dealsdk.spi.UndecodableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An access token for client credentials (RFC 6749, section 4.4, with a JSON body), kept until shortly before it expires.
 * One renewal at a time: whoever comes meanwhile waits for it and shares its result.
 */
final class OAuthToken implements Credentials {
    private static final long MAX_ANSWER_BYTES = 64 * 1024;
    /** Renewed this early, or after half of a life shorter than twice that. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    /** The life of a token whose answer names none: short, and a 401 renews it anyway. */
    private static final long DEFAULT_LIFE_SECONDS = 300;

    private static final long MAX_LIFE_SECONDS = Duration.ofDays(30).toSeconds();

    private final OkHttpClient http;
    private final HttpUrl endpoint;
    private final ClientCredentials client;
    private final LongSupplier nanoTime;
    private final CallsUnderWay underWay;
    private final ReentrantLock renewal = new ReentrantLock();
    private final AtomicReference<@Nullable Issued> issued = new AtomicReference<>();
    private volatile @Nullable TokenUnavailableException lastFailure;

    OAuthToken(
            OkHttpClient http,
            HttpUrl endpoint,
            ClientCredentials client,
            LongSupplier nanoTime,
            CallsUnderWay underWay) {
        this.http = http;
        this.endpoint = endpoint;
        this.client = client;
        this.nanoTime = nanoTime;
        this.underWay = underWay;
    }

    @Override
    public String token(Duration limit) {
        Issued current = issued.get();
        return (current == null || isOver(current) ? renewed(limit) : current).token();
    }

    @Override
    public @Nullable String tokenAtHand() {
        Issued current = issued.get();
        return current == null || isOver(current) ? null : current.token();
    }

    @Override
    public boolean refused(String token) {
        Issued current = issued.get();
        if (current != null && current.token().equals(token)) {
            issued.compareAndSet(current, null);
        }
        return true;
    }

    private Issued renewed(Duration limit) {
        TokenUnavailableException failedBefore = lastFailure;
        lock(limit);
        try {
            Issued current = issued.get();
            if (current != null && !isOver(current)) {
                return current;
            }
            TokenUnavailableException failed = lastFailure;
            if (failed != null && failed != failedBefore && failed.isOfTheEndpoint()) {
                throw failed;
            }
            Issued fresh = request(limit);
            issued.set(fresh);
            return fresh;
        } catch (TokenUnavailableException failed) {
            lastFailure = failed;
            throw failed;
        } finally {
            renewal.unlock();
        }
    }

    private void lock(Duration limit) {
        try {
            if (!renewal.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw TokenUnavailableException.unavailable(
                        "the token endpoint " + endpoint.host() + " gave no token in time", 0, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw TokenUnavailableException.unavailable("interrupted while waiting for a token", 0, interrupted);
        }
    }

    private boolean isOver(Issued token) {
        return nanoTime.getAsLong() - token.renewAtNanos() >= 0;
    }

    private Issued request(Duration limit) {
        byte[] body = JsonWriter.object(json -> json.value("grant_type", "client_credentials")
                .value("client_id", client.id())
                .value("client_secret", client.secret())
                .string("audience", client.audience())
                .string("scope", client.scope()));
        Request request = new Request.Builder()
                .url(endpoint)
                .header("Accept", "application/json")
                .header("User-Agent", UserAgent.VALUE)
                .tag(Attempt.class, new Attempt(client.secret(), underWay, false))
                .post(new JsonBody(ByteBuffer.wrap(body)))
                .build();
        Call call = http.newCall(request);
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        Interruption interruption = new Interruption(call);
        interruption.watch();
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw refusal(response);
            }
            BoundedInputStream in = new BoundedInputStream(response.body().byteStream(), MAX_ANSWER_BYTES);
            return JsonReader.of(in).object(this::read);
        } catch (IOException unreachable) {
            throw TokenUnavailableException.unavailable(
                    "the token endpoint " + endpoint.host() + " cannot be reached", 0, unreachable);
        } catch (UncheckedIOException | UndecodableException malformed) {
            // The answer may hold the token: neither it nor the parser's message is quoted.
            throw TokenUnavailableException.unavailable(
                    "the token endpoint " + endpoint.host() + " answers no usable token", 0, null);
        } finally {
            interruption.unwatch();
        }
    }

    private TokenUnavailableException refusal(Response response) {
        int status = response.code();
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            return TokenUnavailableException.rejected(
                    "the token endpoint " + endpoint.host()
                            + " does not accept the client credentials; check deals.oauth.client-id and"
                            + " deals.oauth.client-secret",
                    status);
        }
        return TokenUnavailableException.unavailable("the token endpoint " + endpoint.host() + " failed", status, null);
    }

    private Issued read(JsonRecord json) {
        Optional<String> token = Optional.empty();
        Optional<Long> life = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "access_token" -> token = json.string();
                case "expires_in" -> life = json.longInteger();
                default -> {
                    // token_type is Bearer in every document; refresh tokens belong to other grants.
                }
            }
        }
        String value = token.filter(OAuthToken::fitsHeader)
                .orElseThrow(() -> new UndecodableException("access_token is missing"));
        long seconds = Math.min(life.filter(given -> given > 0).orElse(DEFAULT_LIFE_SECONDS), MAX_LIFE_SECONDS);
        long renewIn = Math.max(seconds - EARLY.toSeconds(), seconds / 2);
        return new Issued(
                value, nanoTime.getAsLong() + Duration.ofSeconds(renewIn).toNanos());
    }

    private static boolean fitsHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** What the vendor knows the client by. */
    record ClientCredentials(String id, String secret, Optional<String> audience, Optional<String> scope) {
        @Override
        public String toString() {
            return "ClientCredentials[id=" + id + ", secret=****]";
        }
    }

    private record Issued(String token, long renewAtNanos) {
        @Override
        public String toString() {
            return "Issued[****]";
        }
    }
}
