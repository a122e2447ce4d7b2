package dev.dealsdk.testkit;

/**
 * Ends the processing of a request in a simulator with an error response. Must be thrown before the request changes
 * anything.
 */
public final class ErrorResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatorResponse response;

    /**
     * Creates an exception. Intended for simulators.
     *
     * @param response the response to the caller
     */
    public ErrorResponseException(SimulatorResponse response) {
        super("HTTP " + response.status(), null, false, false);
        this.response = response;
    }

    /** {@return the response to the caller} */
    public SimulatorResponse response() {
        return response;
    }
}
