package dev.dealsdk.internal.http;

import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One attempt: a request out, an answer in, decoded from the stream. */
final class HttpExchange {
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);

    private final OkHttpClient http;
    private final HttpUrl baseUrl;
    private final ResponseReader responses;
    private final InFlightCalls inFlight;

    HttpExchange(OkHttpClient http, HttpUrl baseUrl, ResponseReader responses, InFlightCalls inFlight) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.responses = responses;
        this.inFlight = inFlight;
    }

    /**
     * Sends a request once, in this thread.
     *
     * @throws AttemptFailedException if it did not succeed
     */
    <T extends @Nullable Object> T send(
            VendorRequest request, ActiveCall owner, Attempt attempt, Duration timeout, JsonDecoder<T> decoder)
            throws AttemptFailedException {
        Call call = http.newCall(toHttp(request, owner, attempt));
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        Interruption interruption = new Interruption(call);
        interruption.watch();
        try (Response response = call.execute()) {
            attempt.answeredBy(response);
            if (!response.isSuccessful()) {
                throw new AttemptFailedException(responses.failure(response, attempt));
            }
            return responses.decode(response, request.isWrite(), attempt.redactor(), decoder);
        } catch (IOException failed) {
            throw new AttemptFailedException(failure(attempt, failed, timeout));
        } finally {
            interruption.unwatch();
        }
    }

    /** What is known of an attempt that brought no whole response. */
    private Failure failure(Attempt attempt, IOException failed, Duration timeout) {
        if (failed instanceof StaleConnectionException) {
            // What closed one has mostly closed the others, too.
            http.connectionPool().evictAll();
        }
        boolean left = attempt.hasLeft() && !isRefusedStream(failed);
        return Failure.ofConnection(left, connectionFault(failed, timeout), failed);
    }

    /** With HTTP/2 a server can say that it has not looked at a request (RFC 9113, 8.7); the type of it is not public. */
    private static boolean isRefusedStream(IOException failed) {
        return "stream was reset: REFUSED_STREAM".equals(failed.getMessage());
    }

    private Request toHttp(VendorRequest request, ActiveCall owner, Attempt attempt) {
        HttpUrl.Builder url = baseUrl.newBuilder();
        for (String segment : request.segments()) {
            url.addPathSegment(segment);
        }
        for (Map.Entry<String, String> parameter : request.query()) {
            url.addQueryParameter(parameter.getKey(), parameter.getValue());
        }
        Request.Builder http = new Request.Builder().url(url.build()).tag(Attempt.class, attempt);
        owner.options().headers().forEach(http::header);
        for (Map.Entry<String, String> header : request.headers()) {
            http.header(header.getKey(), header.getValue());
        }
        String authorization = attempt.authorization().header();
        if (!authorization.isEmpty()) {
            http.header("Authorization", authorization);
        }
        return http.header("Accept", "application/json")
                .header("User-Agent", UserAgent.VALUE)
                .method(request.method(), body(request))
                .build();
    }

    private static @Nullable RequestBody body(VendorRequest request) {
        Optional<ByteBuffer> body = request.body();
        if (body.isPresent()) {
            return new JsonBody(body.get());
        }
        return switch (request.method()) {
            case "POST", "PUT", "PATCH" -> NO_BODY;
            default -> null;
        };
    }

    private String connectionFault(IOException failed, Duration timeout) {
        if (inFlight.areEnded()) {
            return "the client was closed before the answer came";
        }
        if (Thread.currentThread().isInterrupted()) {
            return "interrupted before the answer came";
        }
        // Its subtype for sockets names another limit: that of connecting, or of the caller's own HTTP client.
        if (failed instanceof InterruptedIOException && !(failed instanceof SocketTimeoutException)) {
            return "no answer within " + timeout.toMillis() + " ms";
        }
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + Excerpt.of(message));
    }
}
