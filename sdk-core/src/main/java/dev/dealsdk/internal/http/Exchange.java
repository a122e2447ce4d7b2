package dev.dealsdk.internal.http;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
final class Exchange {
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);

    private final OkHttpClient http;
    private final HttpUrl baseUrl;
    private final AnswerReader answers;
    private final CallsUnderWay underWay;
    private volatile Authorization latest = new Authorization("", "");

    /** A header that is the same in most requests. */
    private record Authorization(String token, String header) {
        @Override
        public String toString() {
            return "Bearer ***";
        }
    }

    Exchange(OkHttpClient http, HttpUrl baseUrl, AnswerReader answers, CallsUnderWay underWay) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.answers = answers;
        this.underWay = underWay;
    }

    /**
     * Sends a request once, in this thread.
     *
     * @throws AttemptFailedException if it did not succeed
     */
    <T extends @Nullable Object> T send(
            VendorRequest request, CallScope scope, Attempt attempt, Duration timeout, JsonDecoder<T> decoder)
            throws AttemptFailedException {
        Call call = open(request, scope, attempt, timeout);
        Interruption interruption = new Interruption(call);
        interruption.watch();
        try (Response response = call.execute()) {
            return receive(call, response, request, decoder);
        } catch (IOException failed) {
            throw new AttemptFailedException(failure(call, failed));
        } finally {
            interruption.unwatch();
        }
    }

    /** One attempt that has not begun. */
    Call open(VendorRequest request, CallScope scope, Attempt attempt, Duration timeout) {
        Call call = http.newCall(toHttp(request, scope, attempt));
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return call;
    }

    /**
     * Reads the answer to an attempt; closing it is left to the caller.
     *
     * @throws AttemptFailedException if the attempt did not succeed
     */
    <T extends @Nullable Object> T receive(Call call, Response response, VendorRequest request, JsonDecoder<T> decoder)
            throws AttemptFailedException {
        Attempt attempt = attempt(call);
        attempt.answeredBy(response);
        if (!response.isSuccessful()) {
            throw new AttemptFailedException(answers.failure(response, attempt));
        }
        try {
            return answers.decode(response, request.isWrite(), attempt.mask(), decoder);
        } catch (IOException failed) {
            throw new AttemptFailedException(failure(call, failed));
        }
    }

    /** What is known of an attempt that brought no whole answer. */
    Failure failure(Call call, IOException failed) {
        Duration timeout = Duration.ofNanos(call.timeout().timeoutNanos());
        if (failed instanceof StaleConnectionException) {
            // What closed one has mostly closed the others, too.
            http.connectionPool().evictAll();
        }
        boolean left = attempt(call).hasLeft() && !isRefusedStream(failed);
        return Failure.ofConnection(left, connectionFault(failed, timeout), failed);
    }

    /** With HTTP/2 a server can say that it has not looked at a request (RFC 9113, 8.7); the type of it is not public. */
    private static boolean isRefusedStream(IOException failed) {
        return "stream was reset: REFUSED_STREAM".equals(failed.getMessage());
    }

    /** Ends an attempt whose time is up: one that has not left is certain not to leave any more. */
    static boolean giveUp(Call call) {
        boolean stayed = attempt(call).giveUp();
        call.cancel();
        return stayed;
    }

    private static Attempt attempt(Call call) {
        return Objects.requireNonNull(call.request().tag(Attempt.class));
    }

    private Request toHttp(VendorRequest request, CallScope scope, Attempt attempt) {
        HttpUrl.Builder url = baseUrl.newBuilder();
        for (String segment : request.segments()) {
            url.addPathSegment(segment);
        }
        for (Map.Entry<String, String> parameter : request.query()) {
            url.addQueryParameter(parameter.getKey(), parameter.getValue());
        }
        Request.Builder http = new Request.Builder().url(url.build()).tag(Attempt.class, attempt);
        scope.options().headers().forEach(http::header);
        for (Map.Entry<String, String> header : request.headers()) {
            http.header(header.getKey(), header.getValue());
        }
        return http.header("Authorization", authorization(attempt.secret()))
                .header("Accept", "application/json")
                .header("User-Agent", UserAgent.VALUE)
                .method(request.method(), body(request))
                .build();
    }

    private String authorization(String token) {
        Authorization known = latest;
        if (!known.token().equals(token)) {
            known = new Authorization(token, "Bearer " + token);
            latest = known;
        }
        return known.header();
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
        if (underWay.areEnded()) {
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
