package dev.dealsdk.cli;

import java.util.function.Supplier;

/** The command line is invalid. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    private UsageException(IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
    }

    /** Builds a request; a value that it refuses is reported as an error of the command line. */
    static <T> T unlessValid(Supplier<T> request) {
        try {
            return request.get();
        } catch (IllegalArgumentException refused) {
            throw new UsageException(refused);
        }
    }
}
