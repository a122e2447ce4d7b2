package dev.dealsdk.internal.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ErrorDecoder;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.UndecodableException;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
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
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final OkHttpClient http;
    private final HttpUrl baseUrl;
    private final ErrorDecoder errors;
    private final long maxResponseBytes;
    private final Clock clock;

    Exchange(OkHttpClient http, HttpUrl baseUrl, ErrorDecoder errors, long maxResponseBytes, Clock clock) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.errors = errors;
        this.maxResponseBytes = maxResponseBytes;
        this.clock = clock;
    }

    /**
     * Sends a request once.
     *
     * @throws AttemptFailedException if it did not succeed
     */
    <T> T send(VendorRequest request, CallScope scope, String token, Duration timeout, JsonDecoder<T> decoder)
            throws AttemptFailedException {
        Attempt attempt = new Attempt();
        Call call = http.newCall(toHttp(request, scope, token, attempt));
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw new AttemptFailedException(statusFailure(response, attempt));
            }
            return decode(response, request.isWrite(), decoder);
        } catch (IOException failed) {
            throw new AttemptFailedException(
                    Failure.ofConnection(attempt.hasLeft(), connectionFault(failed, timeout), failed));
        }
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

    private <T> T decode(Response response, boolean write, JsonDecoder<T> decoder)
            throws IOException, AttemptFailedException {
        BoundedInputStream in = new BoundedInputStream(response.body().byteStream(), maxResponseBytes);
        try {
            return decoder.decode(JsonReader.of(in));
        } catch (UndecodableException unexpected) {
            throw unreadable(response, in, String.valueOf(unexpected.getMessage()), unexpected);
        } catch (UncheckedIOException failed) {
            IOException cause = Objects.requireNonNull(failed.getCause());
            if (cause instanceof JacksonException || cause instanceof BoundedInputStream.TooLargeException) {
                throw unreadable(response, in, jsonFault(cause), cause);
            }
            throw cutShort(response, write, cause);
        }
    }

    private static AttemptFailedException unreadable(
            Response response, BoundedInputStream in, String fault, Throwable cause) {
        Failure.Kind kind = isJson(response) ? Failure.Kind.UNREADABLE_SUCCESS : Failure.Kind.FOREIGN_SUCCESS;
        String head = Excerpt.of(in.head());
        String detail = fault + (head.isEmpty() ? "; the answer is empty" : "; the answer begins: " + head);
        return new AttemptFailedException(Failure.ofSuccess(kind, response.code(), detail, cause));
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

    private static boolean isJson(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private static String jsonFault(IOException cause) {
        if (cause instanceof JacksonException broken && !(cause instanceof StreamConstraintsException)) {
            return "the answer is no JSON: " + Excerpt.of(broken.getOriginalMessage());
        }
        return cause instanceof JacksonException tooMuch
                ? Excerpt.of(tooMuch.getOriginalMessage())
                : String.valueOf(cause.getMessage());
    }

    private Failure statusFailure(Response response, Attempt attempt) {
        byte[] body = errorBody(response);
        Optional<Object> json = parse(body);
        VendorError error = errors.decode(
                ErrorResponse.builder().status(response.code()).json(json).build());
        String detail = response.isRedirect()
                ? redirectTarget(response)
                : json.isPresent() ? "" : Excerpt.of(new String(body, StandardCharsets.UTF_8));
        Optional<Duration> retryAfter = RetryHints.from(response.code(), attempt.headersOf(response), clock.instant())
                .or(error::retryAfter);
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

    private static String connectionFault(IOException failed, Duration timeout) {
        if (failed instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
            return "no answer within " + timeout.toMillis() + " ms";
        }
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + Excerpt.of(message));
    }
}
