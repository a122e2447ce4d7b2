package dev.dealsdk.testkit.internal.play2sell;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.simulator.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of Play2Sell: {@code data} with {@code meta}, and the error envelope.
 *
 * <p>Documented on the overview page: the envelopes, {@code VALIDATION_ERROR} and the statuses 400, 401, 404. Taken from
 * the newer API: {@code UNAUTHORIZED} and {@code METHOD_NOT_ALLOWED}. Assumed: {@code NOT_FOUND}, status 405, and that an
 * unknown path is told like an unknown deal.
 */
public final class Play2SellReply {
    private final Clock clock;
    private int serial;

    public Play2SellReply(Clock clock) {
        this.clock = clock;
    }

    /** The time as Play2Sell writes it: UTC, whole seconds. */
    public String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public SimulatorResponse data(int status, Object data) {
        return SimulatorResponse.json(status, members("data", data, "meta", meta()));
    }

    public SimulatorResponse page(Page page) {
        Map<String, @Nullable Object> meta = members(
                "total", page.total(), "page", page.number(), "per_page", page.size(), "total_pages", page.pages());
        meta.putAll(meta());
        return SimulatorResponse.json(200, members("data", page.items(), "meta", meta));
    }

    public ErrorResponseException unauthorized() {
        return refusal(401, "UNAUTHORIZED", "Token missing, invalid or expired", Map.of());
    }

    public ErrorResponseException notFound(String what) {
        return refusal(404, "NOT_FOUND", what + " not found", Map.of());
    }

    public ErrorResponseException methodNotAllowed() {
        return refusal(405, "METHOD_NOT_ALLOWED", "Method not allowed", Map.of());
    }

    public ErrorResponseException notAnObject() {
        return refusal(400, "VALIDATION_ERROR", "The body is not a JSON object", Map.of());
    }

    /** Documented: the status and {@code Retry-After} [docs: support integration troubleshooting]; taken from the newer API: the code. */
    public ErrorResponseException rateLimited(long retryAfterSeconds) {
        SimulatorResponse refused =
                refusal(429, "RATE_LIMITED", "Rate limit exceeded", Map.of()).response();
        return new ErrorResponseException(refused.withHeader("Retry-After", Long.toString(retryAfterSeconds)));
    }

    /** One detail a field; the first field is named in the message as well. */
    public ErrorResponseException invalid(Map<String, String> problems) {
        Map.Entry<String, String> first = problems.entrySet().iterator().next();
        return refusal(
                400, "VALIDATION_ERROR", "The '" + first.getKey() + "' field " + first.getValue() + ".", problems);
    }

    private ErrorResponseException refusal(int status, String code, String message, Map<String, String> problems) {
        Map<String, @Nullable Object> error = members("code", code, "message", message);
        if (!problems.isEmpty()) {
            List<Object> details = new ArrayList<>();
            problems.forEach(
                    (field, problem) -> details.add(members("field", field, "message", "This field " + problem)));
            error.put("details", details);
        }
        return new ErrorResponseException(SimulatorResponse.json(status, members("error", error, "meta", meta())));
    }

    private Map<String, @Nullable Object> meta() {
        serial++;
        return members("request_id", String.format(Locale.ROOT, "req_%06d", serial), "timestamp", now());
    }

    private static Map<String, @Nullable Object> members(Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
