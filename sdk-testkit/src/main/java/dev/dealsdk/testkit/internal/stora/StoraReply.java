package dev.dealsdk.testkit.internal.stora;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
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
 * The envelopes of Stora: a resource under its name with {@code meta}, and {@code error} [guide: errors].
 *
 * <p>Codes, types, statuses and messages are those of the documented table; where it names two codes for a status,
 * which one fits a case is read from their names. Assumed: details of a refused parameter have no pointer, since
 * pointers lead into the body.
 */
public final class StoraReply {
    private static final String INVALID = "invalid_request_error";

    private final Clock clock;
    private final JsonNode curies;
    private final JsonNode links;
    private int serial;

    /** Reads what is the same in every response from the samples of the contract document. */
    public StoraReply(OpenApiDocument document, Clock clock) {
        this.clock = clock;
        this.curies = document.at("/components/examples/DealShown/value/meta/curies");
        this.links = document.at("/components/examples/ErrInvalidContent/value/error/links");
    }

    /** The time as Stora writes it: UTC, whole seconds. */
    public String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    long epochSecond() {
        return clock.instant().getEpochSecond();
    }

    SimulatorResponse resource(int status, String name, Object resource) {
        return SimulatorResponse.json(status, members(name, resource, "meta", meta()));
    }

    SimulatorResponse page(String name, Page page) {
        // Assumed: a list without elements has one empty page.
        int pages = Math.max(page.pages(), 1);
        Map<String, @Nullable Object> meta = meta();
        meta.put(
                "pagination",
                members(
                        "count",
                        page.total(),
                        "last",
                        pages,
                        "limit",
                        page.size(),
                        "next",
                        page.number() < pages ? page.number() + 1 : null,
                        "page",
                        page.number(),
                        "pages",
                        pages,
                        "prev",
                        page.number() > 1 ? page.number() - 1 : null));
        return SimulatorResponse.json(200, members(name, page.items(), "meta", meta));
    }

    ErrorResponseException malformedBody() {
        return refusal(400, "invalid_request", "The request body is malformed or not valid.", List.of());
    }

    ErrorResponseException invalidToken() {
        return refusal(401, "invalid_token", "Invalid token.", List.of());
    }

    ErrorResponseException forbidden(String scope) {
        return refusal(
                403,
                "forbidden",
                "You do not have permission to access this resource. Please contact our support team if you believe you"
                        + " should have access.",
                List.of(members("message", "the token lacks the scope " + scope)));
    }

    ErrorResponseException invalidEndpoint() {
        return refusal(404, "invalid_endpoint", "The requested endpoint does not exist.", List.of());
    }

    ErrorResponseException notFound() {
        return refusal(404, "resource_not_found", "The requested resource was not found.", List.of());
    }

    ErrorResponseException invalidFormat() {
        return refusal(406, "invalid_format", "The request ACCEPT header is not valid or supported.", List.of());
    }

    ErrorResponseException conflict(String reason) {
        return refusal(
                409,
                "conflict",
                "The resource cannot be deleted or modified due to existing dependencies or business constraints.",
                List.of(members("message", reason)));
    }

    ErrorResponseException invalidParameter(String name, String rule) {
        return refusal(
                422,
                "invalid_url_param",
                "The request URL param is invalid.",
                List.of(members("message", name + " " + rule)));
    }

    /** One detail for each JSON pointer. */
    ErrorResponseException invalidContent(Map<String, String> problems) {
        List<Object> details = new ArrayList<>();
        problems.forEach((pointer, rule) ->
                details.add(members("message", "value at `" + pointer + "` " + rule, "pointer", pointer)));
        return refusal(422, "invalid_content", "The request body content is not valid.", details);
    }

    private ErrorResponseException refusal(int status, String code, String message, List<?> details) {
        Map<String, @Nullable Object> error = members(
                "code", code,
                "details", details,
                "links", links,
                "message", message,
                "request_id", requestId(),
                "type", INVALID);
        return new ErrorResponseException(SimulatorResponse.json(status, members("error", error)));
    }

    private Map<String, @Nullable Object> meta() {
        return members("request_id", requestId(), "curies", curies);
    }

    private String requestId() {
        serial++;
        return String.format(Locale.ROOT, "01563646-58c1-4607-8fe0-%012x", serial);
    }

    private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }
}
