package dev.dealsdk.internal.http;

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
 * and lets no request of an attempt leave twice, whatever the interceptors of a caller's own HTTP client do.
 */
final class SendGuard implements Interceptor {
    private static final int UNAVAILABLE = 503;
    private static final int PROXY_WANTS_CREDENTIALS = 407;
    private static final int MISDIRECTED = 421;

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
        if (attempt.mustArrive() && connection != null) {
            check.requireOpen(connection);
        }
        if (!attempt.leaves()) {
            throw new IOException(
                    attempt.hasLeft()
                            ? "an interceptor of the HTTP client repeats requests, which is left to the SDK"
                            : "the attempt was given up before it left");
        }
        Response response = chain.proceed(request);
        if (connection != null) {
            check.used(connection);
        }
        if (response.code() == PROXY_WANTS_CREDENTIALS || response.code() == MISDIRECTED) {
            attempt.cameBack();
        }
        if (response.code() != UNAVAILABLE) {
            return response;
        }
        Headers seen = response.headers();
        attempt.answeredWith(seen);
        return response.newBuilder().removeHeader("Retry-After").build();
    }
}
