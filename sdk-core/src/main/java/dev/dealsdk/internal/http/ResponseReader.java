package dev.dealsdk.internal.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.internal.call.Redactor;
import dev.dealsdk.internal.quota.RetryHints;
import dev.dealsdk.spi.ErrorDecoder;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.RefusedResponseException;
import dev.dealsdk.spi.UndecodableException;
import dev.dealsdk.spi.VendorError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads what a vendor answers, within bounds: a success through a provider's decoder, a failure as what is known of it. */
final class ResponseReader {
    private static final int MAX_PAGE_BYTES = 2_000;
    /** How a message about a web page begins. */
    static final String WEB_PAGE = "received a web page instead of a JSON response";

    private static final int FORBIDDEN = 403;
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final ErrorDecoder errors;
    private final long maxResponseBytes;
    private final Clock clock;

    ResponseReader(ErrorDecoder errors, long maxResponseBytes, Clock clock) {
        this.errors = errors;
        this.maxResponseBytes = maxResponseBytes;
        this.clock = clock;
    }

    /**
     * Reads a success.
     *
     * @param write whether the request may have changed something
     */
    <T extends @Nullable Object> T decode(Response response, boolean write, Redactor redactor, JsonDecoder<T> decoder)
            throws IOException, AttemptFailedException {
        if (isPage(response)) {
            String page =
                    Excerpt.of(redactor.text(response.peekBody(MAX_PAGE_BYTES).string()));
            throw new AttemptFailedException(
                    Failure.ofSuccess(Failure.Kind.FOREIGN_SUCCESS, response.code(), WEB_PAGE + ": " + page, null));
        }
        BoundedInputStream in = new BoundedInputStream(response.body().byteStream(), maxResponseBytes);
        JsonReader json = null;
        try {
            // Reads the first bytes already.
            json = JsonReader.of(in, maxResponseBytes);
            return decoder.decode(json);
        } catch (RefusedResponseException refused) {
            throw new AttemptFailedException(refusal(response, in, redactor, refused));
        } catch (UndecodableException unexpected) {
            throw unreadable(response, in, redactor, String.valueOf(unexpected.getMessage()), unexpected);
        } catch (UncheckedIOException failed) {
            IOException cause = Objects.requireNonNull(failed.getCause());
            if (cause instanceof JacksonException || cause instanceof BoundedInputStream.TooLargeException) {
                throw unreadable(response, in, redactor, jsonFault(cause), cause);
            }
            throw cutShort(response, write, cause);
        } finally {
            // Not before the beginning has been quoted, which may still be in the reader's buffer alone.
            if (json != null) {
                json.close();
            }
        }
    }

    private Failure refusal(
            Response response, BoundedInputStream in, Redactor redactor, RefusedResponseException refused) {
        VendorError error = redactor.error(errors.decode(ErrorResponse.builder()
                .status(response.code())
                .json(Optional.of(refused.body()))
                .build()));
        String detail = says(error) ? "" : Excerpt.of(redactor.text(in.head()));
        return new Failure(
                Failure.Kind.REFUSED_SUCCESS,
                response.code(),
                error,
                detail,
                error.retryAfter().filter(RetryHints::isPlausible),
                error.documented() ? Failure.Sender.VENDOR : Failure.Sender.SOMEBODY,
                null);
    }

    private static AttemptFailedException unreadable(
            Response response, BoundedInputStream in, Redactor redactor, String fault, Throwable cause) {
        Failure.Kind kind = isJson(response) ? Failure.Kind.UNREADABLE_SUCCESS : Failure.Kind.FOREIGN_SUCCESS;
        String head = Excerpt.of(redactor.text(in.head()));
        String detail = Excerpt.of(redactor.text(fault))
                + (head.isEmpty() ? "; the response is empty" : "; the response starts with: " + head);
        return new AttemptFailedException(Failure.ofSuccess(kind, response.code(), detail, redactor.cause(cause)));
    }

    /** The status said success, and then the connection broke. For a read this is a lost answer like any other. */
    private static AttemptFailedException cutShort(Response response, boolean write, IOException cause)
            throws IOException {
        if (!write) {
            throw cause;
        }
        return new AttemptFailedException(Failure.ofSuccess(
                Failure.Kind.UNREADABLE_SUCCESS, response.code(), "the response was truncated", cause));
    }

    /** A login page, or one of a gateway: neither says anything of what became of the request. */
    private static boolean isPage(Response response) throws IOException {
        // Not parsed, which costs more than it tells here.
        String type = response.header("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).contains("html")
                && response.peekBody(MAX_PAGE_BYTES).string().stripLeading().startsWith("<");
    }

    private static boolean isJson(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private static String jsonFault(IOException cause) {
        if (cause instanceof JacksonException broken && !(cause instanceof StreamConstraintsException)) {
            return "the response is not JSON: " + broken.getOriginalMessage();
        }
        return cause instanceof JacksonException tooMuch
                ? tooMuch.getOriginalMessage()
                : String.valueOf(cause.getMessage());
    }

    /** Reads an answer whose status means failure. */
    Failure failure(Response response, Attempt attempt) {
        byte[] body = errorBody(response);
        Optional<Object> json = parse(body);
        VendorError error = attempt.redactor()
                .error(errors.decode(ErrorResponse.builder()
                        .status(response.code())
                        .json(json)
                        .build()));
        String text = new String(body, StandardCharsets.UTF_8);
        String detail = response.isRedirect()
                ? Excerpt.of(attempt.redactor().text(redirectTarget(response)))
                : says(error) ? "" : Excerpt.of(attempt.redactor().text(text));
        Failure.Sender sender = error.documented()
                ? Failure.Sender.VENDOR
                : json.isPresent()
                        ? Failure.Sender.SOMEBODY
                        : text.isBlank() ? Failure.Sender.NOBODY : Failure.Sender.IN_BETWEEN;
        Headers headers = attempt.headersOf(response);
        Optional<Duration> retryAfter = RetryHints.from(response.code(), headers, clock.instant())
                .or(() -> error.retryAfter().filter(RetryHints::isPlausible));
        VendorError named = response.code() == FORBIDDEN && isOfRate(error, headers)
                ? VendorError.builder()
                        .from(error)
                        .kind(VendorError.Kind.RATE_LIMITED)
                        .build()
                : error;
        return Failure.ofStatus(response.code(), named, detail, retryAfter, sender);
    }

    /** Some services answer 403 to what is too much: with a wait, an empty quota, or a code that says so. */
    private static boolean isOfRate(VendorError error, Headers headers) {
        String code = error.code().orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return headers.get("Retry-After") != null
                || "0".equals(headers.get("X-RateLimit-Remaining"))
                || "0".equals(headers.get("RateLimit-Remaining"))
                || code.contains("ratelimit")
                || code.contains("toomanyrequests")
                || code.contains("throttl")
                || code.contains("quotaexceeded");
    }

    /** A body in which nothing was found is told as it is. */
    private static boolean says(VendorError error) {
        return error.message().isPresent()
                || error.code().isPresent()
                || !error.fieldErrors().isEmpty();
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
        try (JsonReader json = JsonReader.of(new ByteArrayInputStream(body))) {
            return json.document();
        } catch (UncheckedIOException | UndecodableException noJson) {
            return Optional.empty();
        }
    }

    private static String redirectTarget(Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        return target == null ? "" : "it points to host " + target.host();
    }
}
