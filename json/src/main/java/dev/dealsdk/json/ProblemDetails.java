package dev.dealsdk.json;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure as the problem details of RFC 9457. */
final class ProblemDetails {
    private static final List<Kind> KINDS = List.of(
            new Kind(InvalidRequestException.class, "invalid-request", "The request is wrong", 422),
            new Kind(DealNotFoundException.class, "deal-not-found", "There is no such deal", 404),
            new Kind(ConflictException.class, "conflict", "The deal is in another state", 409),
            new Kind(UnsupportedByProviderException.class, "unsupported", "The vendor does not offer this", 501),
            new Kind(RateLimitedException.class, "rate-limited", "The vendor's quota is spent", 429),
            // Not 401: whose credentials were refused is the program, not its caller.
            new Kind(AuthenticationException.class, "authentication", "The vendor refuses the credentials", 502),
            new Kind(PermissionException.class, "permission", "The credentials do not allow this", 403),
            new Kind(VendorUnavailableException.class, "vendor-unavailable", "The vendor does not respond", 503),
            new Kind(MalformedResponseException.class, "malformed-response", "The response cannot be read", 502),
            new Kind(ConfigurationException.class, "configuration", "The configuration cannot be used", 500));

    private static final int UNCERTAIN = 500;

    private ProblemDetails() {}

    private record Kind(Class<? extends DealsException> type, String name, String title, int status) {}

    /** What is known of a failure; what is not is left out. */
    static Map<String, @Nullable Object> of(DealsException failure) {
        Kind kind = KINDS.stream()
                .filter(one -> one.type().isInstance(failure))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(failure.getClass().getName()));
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:dealsdk:problem:" + kind.name());
        problem.put("title", kind.title());
        problem.put("status", BigDecimal.valueOf(isUncertain(failure.outcome()) ? UNCERTAIN : kind.status()));
        problem.put("detail", String.valueOf(failure.getMessage()));
        put(problem, "provider", failure.provider());
        put(problem, "operation", failure.operation().map(Enum::name));
        put(problem, "dealId", failure.dealId());
        problem.put("outcome", failure.outcome().name());
        put(problem, "httpStatus", failure.httpStatus().map(BigDecimal::valueOf));
        put(problem, "vendorCode", failure.vendorCode());
        put(problem, "requestId", failure.requestId());
        problem.put("attempts", BigDecimal.valueOf(failure.attempts()));
        if (failure instanceof RateLimitedException limited) {
            put(problem, "retryAfterSeconds", limited.retryAfter().map(ProblemDetails::wholeSeconds));
            put(problem, "retryAt", limited.retryAt().map(Object::toString));
        } else if (failure instanceof InvalidRequestException invalid) {
            problem.put("fieldErrors", errors(invalid.fieldErrors().stream()));
        } else if (failure instanceof ConfigurationException unusable) {
            problem.put("problems", unusable.problems());
        } else if (failure instanceof MalformedResponseException unreadable) {
            put(problem, "nextPageToken", unreadable.nextPageToken());
        }
        return problem;
    }

    private static boolean isUncertain(Outcome outcome) {
        return outcome == Outcome.UNKNOWN || outcome == Outcome.APPLIED;
    }

    private static List<Map<String, String>> errors(Stream<FieldError> errors) {
        return errors.map(error -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("field", error.field());
                    fields.put("message", error.message());
                    return fields;
                })
                .toList();
    }

    private static void put(Map<String, @Nullable Object> problem, String name, Optional<?> value) {
        value.ifPresent(known -> problem.put(name, known));
    }

    /** Rounded up: who comes back earlier comes too early. */
    private static BigDecimal wholeSeconds(Duration wait) {
        return BigDecimal.valueOf(wait.plusNanos(999_999_999).toSeconds());
    }
}
