package dev.dealsdk.internal.http;

import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.internal.connection.BoundedLookups;
import dev.dealsdk.internal.connection.ConnectionFault;
import dev.dealsdk.internal.connection.StaleConnectionException;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.VendorDeal;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
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
    private final SendGuard guard;
    private final HttpUrl baseUrl;
    private final ResponseReader responses;
    private final BoundedLookups lookups;
    private final InFlightCalls inFlight;
    private final CallThreads threads;
    /** Of the latest request about no deal and without parameters: all creates have the same, which is not built again. */
    private volatile @Nullable Target recent;

    private record Target(List<String> segments, HttpUrl url) {}

    HttpExchange(
            OkHttpClient http,
            SendGuard guard,
            HttpUrl baseUrl,
            ResponseReader responses,
            BoundedLookups lookups,
            InFlightCalls inFlight,
            CallThreads threads) {
        this.http = http;
        this.guard = guard;
        this.baseUrl = baseUrl;
        this.responses = responses;
        this.lookups = lookups;
        this.inFlight = inFlight;
        this.threads = threads;
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
        lookups.begin(timeout, inFlight, threads);
        guard.watch(call, attempt);
        try (Response response = call.execute()) {
            mayBeInterrupted();
            attempt.answeredBy(response);
            if (!response.isSuccessful()) {
                throw new AttemptFailedException(responses.failure(response, attempt));
            }
            T value = responses.decode(response, request.isWrite(), attempt.redactor(), decoder);
            requireAsked(request, value, response, attempt);
            return value;
        } catch (AttemptFailedException failed) {
            if (!failed.failure().isStatus()) {
                // What is left of it on the connection would be taken for the next response.
                attempt.closeConnection();
            }
            throw failed;
        } catch (InterruptedException interrupted) {
            // Thrown by the HTTP library, where it connects.
            Thread.currentThread().interrupt();
            throw new AttemptFailedException(failure(attempt, new InterruptedIOException("interrupted"), timeout));
        } catch (IllegalArgumentException nonsense) {
            // Headers that the HTTP library does not understand, such as a negative length.
            attempt.closeConnection();
            throw new AttemptFailedException(invalid(attempt, nonsense));
        } catch (IOException failed) {
            throw new AttemptFailedException(failure(attempt, failed, timeout));
        } finally {
            lookups.end();
            guard.forget(call);
            interruption.unwatch();
        }
    }

    /** Declares, for the compiler, what the HTTP library throws without saying so. */
    private static void mayBeInterrupted() throws InterruptedException {}

    /** A response about another deal than was asked for is the response to another request. */
    private static void requireAsked(VendorRequest request, Object value, Response response, Attempt attempt)
            throws AttemptFailedException {
        if (request.dealId().isPresent() && value instanceof VendorDeal deal) {
            Optional<String> id = deal.dealId();
            if (id.isPresent() && !id.get().equalsIgnoreCase(request.dealId().get())) {
                throw new AttemptFailedException(Failure.ofSuccess(
                        Failure.Kind.OTHER_DEAL,
                        response.code(),
                        "the response is about another deal: "
                                + Excerpt.of(attempt.redactor().text(id.get())),
                        null));
            }
        }
    }

    private static Failure invalid(Attempt attempt, IllegalArgumentException nonsense) {
        String detail = "the response is not valid HTTP: "
                + Excerpt.of(attempt.redactor().text(String.valueOf(nonsense.getMessage())));
        return attempt.hasLeft()
                ? Failure.ofSuccess(Failure.Kind.FOREIGN_SUCCESS, attempt.status(), detail, null)
                : Failure.ofConnection(Failure.Kind.NOT_LEFT, detail, null);
    }

    /** What is known of an attempt that brought no whole response. */
    private Failure failure(Attempt attempt, IOException failed, Duration timeout) {
        if (failed instanceof StaleConnectionException) {
            // What closed one has mostly closed the others, too.
            http.connectionPool().evictAll();
        }
        String message = String.valueOf(failed.getMessage());
        if (failed instanceof ProtocolException
                && message.startsWith("HTTP 20")
                && message.contains("had non-zero Content-Length")) {
            attempt.closeConnection();
            return Failure.ofSuccess(
                    Failure.Kind.NO_CONTENT,
                    204,
                    "the response has the status for no content, but contains a body",
                    failed);
        }
        if (attempt.hasLeft() && message.contains("HTTP_PROXY_AUTH (407)")) {
            // The library takes the status for a mistake, where there is no proxy that it knows of.
            return Failure.ofStatus(
                    407, VendorError.builder().build(), "", Optional.empty(), Failure.Sender.IN_BETWEEN);
        }
        boolean left = attempt.hasLeft() && !isUnprocessed(failed);
        ConnectionFault fault = ConnectionFault.of(failed, baseUrl.host());
        Failure.Kind kind =
                left ? Failure.Kind.LOST : fault.isPermanent() ? Failure.Kind.CANNOT_LEAVE : Failure.Kind.NOT_LEFT;
        String detail = ending(failed, timeout)
                .orElseGet(() -> Excerpt.of(attempt.redactor().text(fault.text())));
        return Failure.ofConnection(kind, detail, attempt.redactor().cause(failed));
    }

    /**
     * With HTTP/2 a server can say that it has not looked at a request (RFC 9113, 8.7), and one that is retiring lets none
     * begin; the types of both are not public.
     */
    private static boolean isUnprocessed(IOException failed) {
        return "stream was reset: REFUSED_STREAM".equals(failed.getMessage())
                || failed.getClass().getSimpleName().equals("ConnectionShutdownException");
    }

    /** Why an exchange was ended from this side, if it was. */
    private Optional<String> ending(IOException failed, Duration timeout) {
        if (inFlight.areEnded()) {
            return Optional.of("the client was closed before the response came");
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of("interrupted before the response came");
        }
        // Its subtype for sockets names another limit: that of connecting, or of the caller's own HTTP client.
        return failed instanceof InterruptedIOException && !(failed instanceof SocketTimeoutException)
                ? Optional.of("no response within " + timeout.toMillis() + " ms")
                : Optional.empty();
    }

    private Request toHttp(VendorRequest request, ActiveCall owner, Attempt attempt) {
        Request.Builder http = new Request.Builder().url(url(request));
        if (!owner.options().headers().isEmpty()) {
            owner.options().headers().forEach(http::header);
        }
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

    private HttpUrl url(VendorRequest request) {
        Target known = recent;
        if (known != null && request.query().isEmpty() && request.segments().equals(known.segments())) {
            return known.url();
        }
        HttpUrl.Builder builder = baseUrl.newBuilder();
        for (String segment : request.segments()) {
            builder.addPathSegment(segment);
        }
        for (Map.Entry<String, String> parameter : request.query()) {
            builder.addQueryParameter(parameter.getKey(), parameter.getValue());
        }
        HttpUrl url = builder.build();
        if (request.dealId().isEmpty() && request.query().isEmpty()) {
            recent = new Target(request.segments(), url);
        }
        return url;
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
}
