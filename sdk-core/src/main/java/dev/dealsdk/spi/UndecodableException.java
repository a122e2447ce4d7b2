package dev.dealsdk.spi;

/** JSON that is not what was expected. Never reaches a caller: it becomes a problem of a page, or a malformed response. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The sentence that says what is wrong. */
    public UndecodableException(String message) {
        super(message, null, false, false);
    }
}
