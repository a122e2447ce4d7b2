package dev.dealsdk.spi;

/**
 * Thrown if JSON does not have the expected content. It never reaches a caller: it becomes a problem of a page or a
 * {@link dev.dealsdk.MalformedResponseException}.
 */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofTheWhole;

    /**
     * Creates an exception without a stack trace, because it may be thrown for each record of a page.
     *
     * @param message the problem, in one sentence
     */
    public UndecodableException(String message) {
        this(message, false);
    }

    /**
     * @param ofTheWhole true if the problem fails the whole response and not just one record
     */
    UndecodableException(String message, boolean ofTheWhole) {
        super(message, null, false, false);
        this.ofTheWhole = ofTheWhole;
    }

    /** Returns true if the whole response fails; no reader may continue then. */
    boolean isOfTheWhole() {
        return ofTheWhole;
    }
}
