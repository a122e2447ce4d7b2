package dev.dealsdk.testkit;

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
final class BacksideReply {
    private static final String PAYMENT_REQUIRED =
            "/components/responses/PaymentRequired/content/application~1json/examples/docs/value";

    private final Map<String, ?> paymentRequired;
    private final Clock clock;

    /** Reads the one error body that is printed in full. */
    BacksideReply(OpenApi document, Clock clock) {
        this.paymentRequired = Json.copyOf(document.at(PAYMENT_REQUIRED));
        this.clock = clock;
    }

    /** The time as Backside writes it: UTC, whole seconds. */
    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    Refusal badRequest(String message) {
        return refusal(400, "bad_request", message);
    }

    /** One problem a field; the envelope has room for the first alone. */
    Refusal badRequest(Map<String, String> problems) {
        Map.Entry<String, String> first = problems.entrySet().iterator().next();
        return badRequest(first.getKey() + " " + first.getValue());
    }

    Refusal unauthorized() {
        return refusal(401, "unauthorized", "API key is invalid, expired or revoked.");
    }

    /** The answer to a request without any credentials. */
    Refusal paymentRequired() {
        return new Refusal(Answer.json(402, paymentRequired));
    }

    Refusal forbidden(String scope) {
        return refusal(403, "forbidden", "API key lacks the scope " + scope + ".");
    }

    Refusal notFound(String what) {
        return refusal(404, "not_found", what + " not found.");
    }

    Refusal methodNotAllowed() {
        return refusal(405, "method_not_allowed", "Method not allowed.");
    }

    Refusal conflict(String message) {
        return refusal(409, "conflict", message);
    }

    Refusal gone() {
        return refusal(410, "gone", "as_of is before the retention cutoff.");
    }

    /** The error envelope as JSON text. */
    static String body(String code, String message) {
        return Json.text(Map.of("error", Map.of("code", code, "message", message)));
    }

    private static Refusal refusal(int status, String code, String message) {
        return new Refusal(Answer.json(status, Map.of("error", Map.of("code", code, "message", message))));
    }
}
