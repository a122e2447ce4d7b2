package dev.dealsdk.cli;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.UnsupportedByProviderException;

/** The exit codes of the command. */
final class ExitCode {
    static final int DONE = 0;
    /** An internal error, or a failed step of the demo. */
    static final int FAULT = 1;

    static final int USAGE_OR_CONFIGURATION = 2;
    static final int AUTHENTICATION_OR_PERMISSION = 3;
    static final int NOT_FOUND = 4;
    static final int REFUSED = 5;
    static final int RATE_LIMITED = 6;
    static final int UNAVAILABLE = 7;
    static final int UNSUPPORTED = 8;
    /** The write may have been applied, or was applied but its response cannot be read or printed. */
    static final int UNKNOWN_FATE = 9;

    /** The exit code of shells for Ctrl-C. */
    static final int STOPPED = 130;

    private ExitCode() {}

    static int of(DealsException failure) {
        if (failure.outcome() == Outcome.UNKNOWN || failure.outcome() == Outcome.APPLIED) {
            return UNKNOWN_FATE;
        }
        if (failure instanceof ConfigurationException) {
            return USAGE_OR_CONFIGURATION;
        }
        if (failure instanceof AuthenticationException || failure instanceof PermissionException) {
            return AUTHENTICATION_OR_PERMISSION;
        }
        if (failure instanceof DealNotFoundException) {
            return NOT_FOUND;
        }
        if (failure instanceof InvalidRequestException || failure instanceof ConflictException) {
            return REFUSED;
        }
        if (failure instanceof RateLimitedException) {
            return RATE_LIMITED;
        }
        return failure instanceof UnsupportedByProviderException ? UNSUPPORTED : UNAVAILABLE;
    }
}
