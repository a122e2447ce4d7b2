package dev.dealsdk.testkit.internal.stardex;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of Stardex: {@code success} with {@code data}, and the error envelope.
 *
 * <p>Documented on the introduction page: the envelopes, the statuses and {@code INVALID_API_KEY}. Completed from a cut
 * text: {@code RATE_LIMIT_EXCEEDED}. Observed by third parties: the other body of a 404. Invented: all other codes, and that
 * a known path is told like an unknown one when the method is wrong.
 */
public final class StardexReply {
    private final Clock clock;

    public StardexReply(Clock clock) {
        this.clock = clock;
    }

    /** The time as Stardex writes it: UTC, whole seconds. */
    public String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public SimulatorResponse data(Object data) {
        return SimulatorResponse.json(200, members("success", true, "data", data));
    }

    public SimulatorResponse page(List<@Nullable Object> items, int total, long offset, int limit) {
        Map<String, @Nullable Object> meta = members("total", total, "offset", offset, "limit", limit);
        return SimulatorResponse.json(200, members("success", true, "data", items, "meta", meta));
    }

    public ErrorResponseException unauthorized() {
        return refusal(
                401, members("code", "INVALID_API_KEY", "message", "The provided API key is invalid or expired"));
    }

    public ErrorResponseException forbidden() {
        return refusal(403, members("code", "FORBIDDEN", "message", "Insufficient permissions"));
    }

    public ErrorResponseException dealNotFound() {
        return refusal(404, members("code", "NOT_FOUND", "message", "Deal not found"));
    }

    public ErrorResponseException noSuchRoute(SimulatorRequest request) {
        return new ErrorResponseException(SimulatorResponse.json(
                404,
                members(
                        "message",
                        "Route " + request.method() + ":" + request.path() + " not found",
                        "error",
                        "Not Found",
                        "statusCode",
                        404)));
    }

    public ErrorResponseException notAnObject() {
        return refusal(400, members("code", "VALIDATION_ERROR", "message", "The body is not a JSON object"));
    }

    /** Names every field, since Stardex documents no list of them beside the message. */
    public ErrorResponseException invalid(Map<String, String> problems) {
        StringBuilder message = new StringBuilder();
        problems.forEach((field, problem) -> message.append(message.isEmpty() ? "" : "; ")
                .append(field)
                .append(' ')
                .append(problem));
        return refusal(400, members("code", "VALIDATION_ERROR", "message", message.toString()));
    }

    public SimulatorResponse rateLimited(long retryAfterSeconds, int limit, long resetAt) {
        Map<String, @Nullable Object> error = members(
                "code", "RATE_LIMIT_EXCEEDED",
                "message", "Rate limit exceeded",
                "retry_after_seconds", retryAfterSeconds,
                "limit", limit,
                "reset_at", resetAt);
        return SimulatorResponse.json(429, members("success", false, "error", error))
                .withHeader("Retry-After", Long.toString(retryAfterSeconds));
    }

    private static ErrorResponseException refusal(int status, Map<String, @Nullable Object> error) {
        return new ErrorResponseException(SimulatorResponse.json(status, members("success", false, "error", error)));
    }

    private static Map<String, @Nullable Object> members(Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
