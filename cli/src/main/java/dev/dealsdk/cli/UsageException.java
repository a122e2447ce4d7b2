package dev.dealsdk.cli;

import java.util.function.Supplier;

/** The command line asks for something that cannot be. */
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

    /** Makes a request of what the command line says; a value that no request takes is the fault of who wrote it. */
    static <T> T unlessValid(Supplier<T> request) {
        try {
            return request.get();
        } catch (IllegalArgumentException refused) {
            throw new UsageException(refused);
        }
    }
}
