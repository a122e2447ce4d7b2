package dev.dealsdk.spi;

/** JSON that is not what was expected. Never reaches a caller: it becomes a problem of a page, or a malformed response. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Has no stack trace: it is thrown record by record.
     *
     * @param message what is wrong, as one sentence
     */
    public UndecodableException(String message) {
        super(message, null, false, false);
    }
}
