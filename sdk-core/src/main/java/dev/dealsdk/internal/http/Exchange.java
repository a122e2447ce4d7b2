package dev.dealsdk.internal.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ErrorDecoder;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.Repeat;
import dev.dealsdk.spi.UndecodableException;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One attempt: a request out, an answer in, decoded from the stream. */
final class Exchange {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);
    private static final int MAX_PAGE_BYTES = 2_000;
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final OkHttpClient http;
    private final HttpUrl baseUrl;
    private final ErrorDecoder errors;
    private final long maxResponseBytes;
    private final Clock clock;
    private final CallsUnderWay underWay;

    Exchange(
            OkHttpClient http,
            HttpUrl baseUrl,
            ErrorDecoder errors,
            long maxResponseBytes,
            Clock clock,
            CallsUnderWay underWay) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.errors = errors;
        this.maxResponseBytes = maxResponseBytes;
        this.clock = clock;
        this.underWay = underWay;
    }

    /**
     * Sends a request once, in this thread.
     *
     * @throws AttemptFailedException if it did not succeed
     */
    <T extends @Nullable Object> T send(
            VendorRequest request, CallScope scope, String token, Duration timeout, JsonDecoder<T> decoder)
            throws AttemptFailedException {
        Call call = open(request, scope, token, timeout);
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
    Call open(VendorRequest request, CallScope scope, String token, Duration timeout) {
        boolean mustArrive = request.repeat() != Repeat.FREELY;
        Call call = http.newCall(toHttp(request, scope, token, new Attempt(token, underWay, mustArrive)));
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
        if (!response.isSuccessful()) {
            throw new AttemptFailedException(statusFailure(response, attempt));
        }
        try {
            return decode(response, request.isWrite(), attempt.mask(), decoder);
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

    private Request toHttp(VendorRequest request, CallScope scope, String token, Attempt attempt) {
        HttpUrl.Builder url = baseUrl.newBuilder();
        request.segments().forEach(url::addPathSegment);
        request.query().forEach(parameter -> url.addQueryParameter(parameter.getKey(), parameter.getValue()));
        Request.Builder http = new Request.Builder().url(url.build()).tag(Attempt.class, attempt);
        scope.options().headers().forEach(http::header);
        request.headers().forEach(header -> http.header(header.getKey(), header.getValue()));
        return http.header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("User-Agent", UserAgent.VALUE)
                .method(request.method(), body(request))
                .build();
    }

    private static @Nullable RequestBody body(VendorRequest request) {
        if (request.body().isPresent()) {
            return RequestBody.create(request.body().get(), JSON);
        }
        return switch (request.method()) {
            case "POST", "PUT", "PATCH" -> NO_BODY;
            default -> null;
        };
    }

    private <T extends @Nullable Object> T decode(Response response, boolean write, Mask mask, JsonDecoder<T> decoder)
            throws IOException, AttemptFailedException {
        if (isPage(response)) {
            String page = Excerpt.of(mask.text(response.peekBody(MAX_PAGE_BYTES).string()));
            throw new AttemptFailedException(Failure.ofSuccess(
                    Failure.Kind.FOREIGN_SUCCESS,
                    response.code(),
                    "a web page came instead of an answer: " + page,
                    null));
        }
        BoundedInputStream in = new BoundedInputStream(response.body().byteStream(), maxResponseBytes);
        try {
            return decoder.decode(JsonReader.of(in));
        } catch (UndecodableException unexpected) {
            throw unreadable(response, in, mask, String.valueOf(unexpected.getMessage()), unexpected);
        } catch (UncheckedIOException failed) {
            IOException cause = Objects.requireNonNull(failed.getCause());
            if (cause instanceof JacksonException || cause instanceof BoundedInputStream.TooLargeException) {
                throw unreadable(response, in, mask, jsonFault(cause), cause);
            }
            throw cutShort(response, write, cause);
        }
    }

    private static AttemptFailedException unreadable(
            Response response, BoundedInputStream in, Mask mask, String fault, Throwable cause) {
        Failure.Kind kind = isJson(response) ? Failure.Kind.UNREADABLE_SUCCESS : Failure.Kind.FOREIGN_SUCCESS;
        String head = Excerpt.of(mask.text(in.head()));
        String detail = Excerpt.of(mask.text(fault))
                + (head.isEmpty() ? "; the answer is empty" : "; the answer begins: " + head);
        return new AttemptFailedException(Failure.ofSuccess(kind, response.code(), detail, mask.cause(cause)));
    }

    /** The status said success, and then the connection broke. For a read this is a lost answer like any other. */
    private static AttemptFailedException cutShort(Response response, boolean write, IOException cause)
            throws IOException {
        if (!write) {
            throw cause;
        }
        return new AttemptFailedException(
                Failure.ofSuccess(Failure.Kind.UNREADABLE_SUCCESS, response.code(), "the answer was cut short", cause));
    }

    /** A login page, or one of a gateway: neither says anything of what became of the request. */
    private static boolean isPage(Response response) throws IOException {
        MediaType type = response.body().contentType();
        return type != null
                && type.subtype().toLowerCase(Locale.ROOT).contains("html")
                && response.peekBody(MAX_PAGE_BYTES).string().stripLeading().startsWith("<");
    }

    private static boolean isJson(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private static String jsonFault(IOException cause) {
        if (cause instanceof JacksonException broken && !(cause instanceof StreamConstraintsException)) {
            return "the answer is no JSON: " + broken.getOriginalMessage();
        }
        return cause instanceof JacksonException tooMuch
                ? tooMuch.getOriginalMessage()
                : String.valueOf(cause.getMessage());
    }

    private Failure statusFailure(Response response, Attempt attempt) {
        byte[] body = errorBody(response);
        Optional<Object> json = parse(body);
        VendorError error = attempt.mask()
                .error(errors.decode(ErrorResponse.builder()
                        .status(response.code())
                        .json(json)
                        .build()));
        String detail = response.isRedirect()
                ? redirectTarget(response)
                : json.isPresent() ? "" : Excerpt.of(attempt.mask().text(new String(body, StandardCharsets.UTF_8)));
        Optional<Duration> retryAfter = RetryHints.from(response.code(), attempt.headersOf(response), clock.instant())
                .or(() -> error.retryAfter().filter(RetryHints::isPlausible));
        return Failure.ofStatus(response.code(), error, detail, retryAfter);
    }

    /** As much of an error body as is worth reading; a body that is cut leaves what has come. */
    private static byte[] errorBody(Response response) {
        byte[] body = new byte[MAX_ERROR_BYTES];
        int length = 0;
        try {
            int count;
            while (length < body.length
                    && (count = response.body().byteStream().read(body, length, body.length - length)) >= 0) {
                length += count;
            }
        } catch (IOException cut) {
            // The status is known, and says more than the missing rest of its explanation.
        }
        return Arrays.copyOf(body, length);
    }

    private static Optional<Object> parse(byte[] body) {
        try {
            return JsonReader.of(new ByteArrayInputStream(body)).document();
        } catch (UncheckedIOException | UndecodableException noJson) {
            return Optional.empty();
        }
    }

    private static String redirectTarget(Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return target == null ? "" : "it points to host " + target.host();
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
