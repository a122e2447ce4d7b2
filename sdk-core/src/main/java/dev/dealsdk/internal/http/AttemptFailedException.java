package dev.dealsdk.internal.http;

/** Carries a {@link Failure} out of one attempt. */
final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    AttemptFailedException(Failure failure) {
        super(failure.detail(), failure.cause(), false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
