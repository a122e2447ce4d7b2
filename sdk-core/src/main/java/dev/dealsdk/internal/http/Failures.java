package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorRequest;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a failed attempt into what the caller sees: the one place where a status becomes an exception. */
final class Failures {
    /** Statuses that speak of the request, so that it matters whose word they are. */
    private static final Set<Integer> IN_BETWEEN = Set.of(401, 403, 404, 409, 410);

    private Failures() {}

    /** @param uncertainBefore whether an earlier attempt of the same call may have been applied */
    static DealsException toException(
            Failure failure,
            ActiveCall call,
            VendorRequest request,
            int attempts,
            boolean uncertainBefore,
            Instant now) {
        VendorCall.Builder builder = call.call()
                .attempts(attempts)
                .outcome(outcome(failure, request.isWrite(), uncertainBefore))
                .vendorCode(failure.error().code())
                .requestId(failure.error().requestId());
        if (failure.status() > 0) {
            builder.httpStatus(failure.status());
        }
        if (request.dealId().isPresent()) {
            builder.dealId(request.dealId());
        }
        VendorCall failed = builder.build();
        return switch (failure.kind()) {
            case NOT_LEFT, CANNOT_LEAVE, LOST ->
                new VendorUnavailableException(failure.detail(), failed, failure.cause());
            case UNREADABLE_SUCCESS, FOREIGN_SUCCESS, OTHER_DEAL, NO_CONTENT ->
                new MalformedResponseException(failure.detail(), failed, failure.cause());
            case REFUSED_SUCCESS ->
                new InvalidRequestException(
                        "the vendor refuses the request, although the status says success" + said(failure),
                        failure.error().fieldErrors(),
                        failed,
                        null);
            case STATUS -> ofStatus(failure, failed, request, now);
        };
    }

    private static Outcome outcome(Failure failure, boolean write, boolean uncertainBefore) {
        if (write && failure.kind() == Failure.Kind.UNREADABLE_SUCCESS) {
            return Outcome.APPLIED;
        }
        if (write && (uncertainBefore || failure.isUncertain())) {
            return Outcome.UNKNOWN;
        }
        boolean left = failure.kind() != Failure.Kind.NOT_LEFT && failure.kind() != Failure.Kind.CANNOT_LEAVE;
        return left ? Outcome.REJECTED : Outcome.NOT_SENT;
    }

    private static DealsException ofStatus(Failure failure, VendorCall call, VendorRequest request, Instant now) {
        int status = failure.status();
        String said = said(failure);
        String all = said.isEmpty() ? fields(failure) : said;
        if (failure.means(VendorError.Kind.AUTHENTICATION)) {
            return new AuthenticationException("the credentials are missing or not accepted" + all, call, null);
        }
        if (failure.means(VendorError.Kind.SERVER_FAILURE)) {
            return new VendorUnavailableException("the vendor failed" + all, call, null);
        }
        if (failure.isRateLimit()) {
            return rateLimited(failure, all, call, now);
        }
        if (failure.isOfTheWay() || (failure.sender() == Failure.Sender.IN_BETWEEN && IN_BETWEEN.contains(status))) {
            return new MalformedResponseException(
                    "an intermediary responded instead of the vendor; check deals.base-url and the gateways in front of it"
                            + said,
                    call,
                    null);
        }
        return switch (status) {
            case 401 -> new AuthenticationException("the token is not accepted" + all, call, null);
            case 403 -> new PermissionException("the token does not allow this" + all, call, null);
            case 404 -> notFound(failure, all, call, request);
            case 409 -> new ConflictException("the current state of the deal does not allow this" + all, call, null);
            default -> ofOtherStatus(failure, call, said);
        };
    }

    private static DealsException notFound(Failure failure, String said, VendorCall call, VendorRequest request) {
        boolean speaksOfTheDeal = request.dealId().isPresent()
                && failure.sender() == Failure.Sender.VENDOR
                && !failure.means(VendorError.Kind.NO_SUCH_ENDPOINT);
        return speaksOfTheDeal
                ? new DealNotFoundException("there is no such deal" + said, call, null)
                : new InvalidRequestException(
                        "this URL does not exist; check deals.base-url" + said,
                        failure.error().fieldErrors(),
                        call,
                        null);
    }

    private static DealsException rateLimited(Failure failure, String said, VendorCall call, Instant now) {
        return new RateLimitedException(
                failure.retryAfter()
                                .map(wait -> "rate limited: retry in " + wait.toSeconds() + " s")
                                .orElse("rate limited")
                        + said,
                failure.retryAfter().orElse(null),
                failure.retryAfter().map(now::plus).orElse(null),
                call);
    }

    private static DealsException ofOtherStatus(Failure failure, VendorCall call, String said) {
        int status = failure.status();
        if (status < 300 || status >= 600) {
            return new MalformedResponseException("the HTTP status is unexpected" + said, call, null);
        }
        if (status < 400) {
            return new MalformedResponseException(
                    "a redirect, which is not followed so that no token leaves the vendor's host; check deals.base-url"
                            + said,
                    call,
                    null);
        }
        if (status >= 500 || status == 408) {
            return new VendorUnavailableException(
                    "the vendor failed" + (said.isEmpty() ? fields(failure) : said), call, null);
        }
        return new InvalidRequestException(
                "the vendor refuses the request" + said, failure.error().fieldErrors(), call, null);
    }

    private static String said(Failure failure) {
        String text = failure.error().message().map(Excerpt::of).orElse(failure.detail());
        return text.isEmpty() ? "" : ": " + text;
    }

    /** For the exceptions that do not hold field errors, where nothing else was said. */
    private static String fields(Failure failure) {
        String text = failure.error().fieldErrors().stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : ": " + Excerpt.of(text);
    }
}
