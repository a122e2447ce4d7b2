package dev.dealsdk.internal.http;

import dev.dealsdk.internal.connection.ConnectionCheck;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Notes on an {@link Attempt} that its request is about to leave: before this point a failure is certain to have had no
 * effect, after it nothing is certain.
 *
 * <p>As a network interceptor it runs once a connection stands and before the first byte is written. It also hides the
 * {@code Retry-After} of a 503 from the HTTP library, which would otherwise send the request again by itself when that is 0,
 * lets no request of an attempt leave twice, whatever the interceptors of a caller's own HTTP client do, and takes no response
 * that belongs to another request.
 */
final class SendGuard implements Interceptor {
    private static final int UNAVAILABLE = 503;

    private final ConnectionCheck check;

    /** Not as tags of the requests: the library's own loads half a hundred classes, and an interceptor may leave them out. */
    private final Map<Call, Attempt> attempts = new ConcurrentHashMap<>();

    SendGuard(ConnectionCheck check) {
        this.check = check;
    }

    /** From now on the call makes this attempt, until it is {@linkplain #forget forgotten}. */
    void watch(Call call, Attempt attempt) {
        attempts.put(call, attempt);
    }

    void forget(Call call) {
        attempts.remove(call);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = attempts.get(chain.call());
        if (attempt == null) {
            return chain.proceed(request);
        }
        Connection connection = chain.connection();
        if (connection != null) {
            check.requireUsable(connection, attempt.mustArrive());
        }
        if (!attempt.leaves()) {
            throw new IOException(
                    attempt.hasLeft()
                            ? "an interceptor of the HTTP client sends requests again; only the SDK may retry"
                            : "the client was closed before the request was sent");
        }
        attempt.on(connection);
        if (connection != null) {
            check.requestLeaves(connection, request.method());
        }
        Response response = chain.proceed(request);
        if (connection != null) {
            requireFresh(connection, response);
        }
        if (response.code() != UNAVAILABLE) {
            return response;
        }
        Headers seen = response.headers();
        attempt.answeredWith(seen);
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    /** A response that stood there before the request was sent belongs to another one. */
    private void requireFresh(Connection connection, Response response) throws IOException {
        if (!check.isFresh(connection, response.code())) {
            response.close();
            connection.socket().close();
            throw new IOException(
                    "a response arrived on a reused connection before the request was sent: it belongs to another request");
        }
    }
}
