package dev.dealsdk.internal.http;

import dev.dealsdk.internal.connection.ConnectionCheck;
import java.io.IOException;
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

    SendGuard(ConnectionCheck check) {
        this.check = check;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Attempt attempt = request.tag(Attempt.class);
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
                            ? "an interceptor of the HTTP client repeats requests, which is left to the SDK"
                            : "the client was closed before the request left");
        }
        attempt.on(connection);
        long reads = connection == null ? -1 : check.reads(connection);
        Response response = chain.proceed(request);
        if (connection != null) {
            requireFresh(connection, reads, response);
            check.used(connection);
        }
        if (response.code() != UNAVAILABLE) {
            return response;
        }
        Headers seen = response.headers();
        attempt.answeredWith(seen);
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    /** A response that stood there before the request was sent belongs to another one. */
    private void requireFresh(Connection connection, long readsBefore, Response response) throws IOException {
        if (readsBefore >= 0 && check.reads(connection) == readsBefore) {
            response.close();
            connection.socket().close();
            throw new IOException(
                    "the response on a kept connection was there before the request: it is another one's");
        }
    }
}
