package dev.dealsdk.testkit;

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
final class StardexReply {
    private final Clock clock;

    StardexReply(Clock clock) {
        this.clock = clock;
    }

    /** The time as Stardex writes it: UTC, whole seconds. */
    String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Answer data(Object data) {
        return Answer.json(200, members("success", true, "data", data));
    }

    Answer page(List<@Nullable Object> items, int total, long offset, int limit) {
        Map<String, @Nullable Object> meta = members("total", total, "offset", offset, "limit", limit);
        return Answer.json(200, members("success", true, "data", items, "meta", meta));
    }

    Refusal unauthorized() {
        return refusal(
                401, members("code", "INVALID_API_KEY", "message", "The provided API key is invalid or expired"));
    }

    Refusal forbidden() {
        return refusal(403, members("code", "FORBIDDEN", "message", "Insufficient permissions"));
    }

    Refusal dealNotFound() {
        return refusal(404, members("code", "NOT_FOUND", "message", "Deal not found"));
    }

    Refusal noSuchRoute(Request request) {
        return new Refusal(Answer.json(
                404,
                members(
                        "message",
                        "Route " + request.method() + ":" + request.path() + " not found",
                        "error",
                        "Not Found",
                        "statusCode",
                        404)));
    }

    Refusal notAnObject() {
        return refusal(400, members("code", "VALIDATION_ERROR", "message", "The body is not a JSON object"));
    }

    /** Names every field, since Stardex documents no list of them beside the message. */
    Refusal invalid(Map<String, String> problems) {
        StringBuilder message = new StringBuilder();
        problems.forEach((field, problem) -> message.append(message.isEmpty() ? "" : "; ")
                .append(field)
                .append(' ')
                .append(problem));
        return refusal(400, members("code", "VALIDATION_ERROR", "message", message.toString()));
    }

    Answer rateLimited(long retryAfterSeconds, int limit, long resetAt) {
        Map<String, @Nullable Object> error = members(
                "code", "RATE_LIMIT_EXCEEDED",
                "message", "Rate limit exceeded",
                "retry_after_seconds", retryAfterSeconds,
                "limit", limit,
                "reset_at", resetAt);
        Answer answer = Answer.json(429, members("success", false, "error", error));
        return withHeaders(answer, Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }

    static Answer withHeaders(Answer answer, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.putAll(more);
        return new Answer(answer.status(), headers, answer.body(), answer.applied());
    }

    private static Refusal refusal(int status, Map<String, @Nullable Object> error) {
        return new Refusal(Answer.json(status, members("success", false, "error", error)));
    }

    private static Map<String, @Nullable Object> members(Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
