package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The error envelope of Backside, {@code {error: {code, message}}}, and its clock.
 *
 * <p>Documented in the errors guide: the envelope, the statuses 400, 401, 402, 403, 404 and 409, the codes {@code
 * payment_required} and {@code not_found}; on the page of tasks: the status 410. Assumed: all other codes, and status 405.
 */
public final class BacksideReply {
    private static final String PAYMENT_REQUIRED =
            "/components/responses/PaymentRequired/content/application~1json/examples/docs/value";

    private final Map<String, ?> paymentRequired;
    private final Clock clock;

    /** Reads the one error body that is printed in full. */
    public BacksideReply(OpenApiDocument document, Clock clock) {
        this.paymentRequired = Json.copyOf(document.at(PAYMENT_REQUIRED));
        this.clock = clock;
    }

    /** The time as Backside writes it: UTC, whole seconds. */
    public Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    ErrorResponseException badRequest(String message) {
        return refusal(400, "bad_request", message);
    }

    /** One problem a field; the envelope has room for the first alone. */
    ErrorResponseException badRequest(Map<String, String> problems) {
        Map.Entry<String, String> first = problems.entrySet().iterator().next();
        return badRequest(first.getKey() + " " + first.getValue());
    }

    public ErrorResponseException unauthorized() {
        return refusal(401, "unauthorized", "API key is invalid, expired or revoked.");
    }

    /** The response to a request without any credentials. */
    public ErrorResponseException paymentRequired() {
        return new ErrorResponseException(SimulatorResponse.json(402, paymentRequired));
    }

    public ErrorResponseException forbidden(String scope) {
        return refusal(403, "forbidden", "API key lacks the scope " + scope + ".");
    }

    public ErrorResponseException notFound(String what) {
        return refusal(404, "not_found", what + " not found.");
    }

    public ErrorResponseException methodNotAllowed() {
        return refusal(405, "method_not_allowed", "Method not allowed.");
    }

    ErrorResponseException conflict(String message) {
        return refusal(409, "conflict", message);
    }

    ErrorResponseException gone() {
        return refusal(410, "gone", "as_of is before the retention cutoff.");
    }

    /** The error envelope as JSON text. */
    public static String body(String code, String message) {
        return Json.text(Map.of("error", Map.of("code", code, "message", message)));
    }

    private static ErrorResponseException refusal(int status, String code, String message) {
        return new ErrorResponseException(
                SimulatorResponse.json(status, Map.of("error", Map.of("code", code, "message", message))));
    }
}
