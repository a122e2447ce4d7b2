package dev.dealsdk.internal.bridge;

import dev.dealsdk.DealField;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.spi.CallScope;
import java.util.Collection;
import java.util.stream.Collectors;

/** The failure of a transition whose fields were written by an update before it. */
final class PartlyDone {
    private PartlyDone() {}

    /**
     * What is thrown: the failure itself where it says what became of the transition, and one of unknown outcome where nothing
     * of it was sent, since the update was.
     */
    static DealsException of(DealsException failed, Collection<DealField> written, CallScope call) {
        if (failed.outcome() != Outcome.NOT_SENT) {
            return failed;
        }
        String message = written.stream().map(FieldNames::of).collect(Collectors.joining(" and "))
                + " was written by an update, as deals.keep says, but the "
                + call.operation().orElseThrow().key()
                + " after it was not sent";
        VendorCall about = call.call()
                .httpStatus(failed.httpStatus())
                .vendorCode(failed.vendorCode())
                .requestId(failed.requestId())
                .attempts(Math.max(1, failed.attempts()))
                .outcome(Outcome.UNKNOWN)
                .build();
        if (failed instanceof RateLimitedException limited) {
            DealsException partly = new RateLimitedException(
                    message,
                    limited.retryAfter().orElse(null),
                    limited.retryAt().orElse(null),
                    about);
            partly.addSuppressed(failed);
            return partly;
        }
        return failed instanceof InvalidRequestException invalid
                ? new InvalidRequestException(message, invalid.fieldErrors(), about, failed)
                : new VendorUnavailableException(message, about, failed);
    }
}
