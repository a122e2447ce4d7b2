package dev.dealsdk.transfer;

import java.util.List;

/** A transfer cannot begin or go on; nothing was sent that the store does not know. {@link #kind()} says what to do about it. */
public final class TransferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** The mapping leaves something open; {@link TransferException#problems()} lists it. */
        UNDECIDED,
        /** The mapping has a name or a value that means nothing. */
        INVALID_MAPPING,
        /** Another process has the store. */
        STORE_IN_USE,
        /** The store is of other accounts, of another mapping, or cannot be read or written. */
        STORE_UNUSABLE,
        /** A vendor cannot do what a transfer needs. */
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

    /** {@return what stands in the way} */
    public Kind kind() {
        return kind;
    }

    /** {@return each thing that is to be mended, one line each; empty when the message says it all} */
    public List<String> problems() {
        return List.of(problems);
    }
}
