package dev.dealsdk.internal.http;

import dev.dealsdk.spi.RetrySafety;

/** Whether a request may be sent again after an attempt failed: the table of docs/calls-and-retries.md. */
final class RetryRules {
    private RetryRules() {}

    static boolean mayRetry(RetrySafety safety, Failure failure) {
        if (failure.kind() == Failure.Kind.NOT_LEFT || failure.isRateLimit()) {
            return true;
        }
        return switch (safety) {
            case IDEMPOTENT -> failure.kind() == Failure.Kind.LOST || failure.isServerFailure();
            case IDEMPOTENCY_KEY -> failure.kind() == Failure.Kind.LOST;
            // Where the deal cannot be read back, a transition is as uncertain as a create.
            case VERIFY_FIRST, UNSAFE -> false;
        };
    }
}
