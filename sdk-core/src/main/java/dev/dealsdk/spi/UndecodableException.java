package dev.dealsdk.spi;

/** JSON that is not what was expected. Never reaches a caller: it becomes a problem of a page, or a malformed response. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofTheWhole;

    /**
     * Has no stack trace: it is thrown record by record.
     *
     * @param message what is wrong, as one sentence
     */
    public UndecodableException(String message) {
        this(message, false);
    }

    /** @param ofTheWhole whether it fails the whole response, not one record */
    UndecodableException(String message, boolean ofTheWhole) {
        super(message, null, false, false);
        this.ofTheWhole = ofTheWhole;
    }

    /** Whether it fails the whole response: no reader may go on after it. */
    boolean isOfTheWhole() {
        return ofTheWhole;
    }
}
