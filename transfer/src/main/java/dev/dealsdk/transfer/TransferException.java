package dev.dealsdk.transfer;

import java.util.List;

/**
 * A transfer cannot start or continue. {@link #kind()} says what to fix. Every request that was sent is recorded in the store, so
 * that the same operation can be run again.
 */
public final class TransferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The cause. */
    public enum Kind {
        /** The mapping has open decisions, which {@link TransferException#problems()} lists. */
        UNDECIDED,
        /** The mapping has an invalid key or value; {@link TransferException#problems()} lists the lines. */
        INVALID_MAPPING,
        /** Another process uses the store. */
        STORE_IN_USE,
        /** The store belongs to other accounts or another mapping, does not exist, or cannot be read or written. */
        STORE_UNUSABLE,
        /** A vendor does not support an operation that the transfer needs. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final String[] problems;

    TransferException(Kind kind, String message) {
        this(kind, message, List.of());
    }

    TransferException(Kind kind, String message, List<String> problems) {
        super(problems.isEmpty() ? message : message + ":\n  " + String.join("\n  ", problems));
        this.kind = kind;
        this.problems = problems.toArray(String[]::new);
    }

    TransferException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.problems = new String[0];
    }

    /** {@return the cause} */
    public Kind kind() {
        return kind;
    }

    /** {@return each problem to fix, one line each; empty if the message says it all} */
    public List<String> problems() {
        return List.of(problems);
    }
}
