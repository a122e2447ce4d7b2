package dev.dealsdk.testkit;

/** Ends the handling of a request in a simulator with an error response; nothing has been changed by then. */
public final class ErrorResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SimulatorResponse response;

    /**
     * Made and thrown by a simulator.
     *
     * @param response sent to the caller
     */
    public ErrorResponseException(SimulatorResponse response) {
        super("HTTP " + response.status(), null, false, false);
        this.response = response;
    }

    /** {@return what is sent to the caller} */
    public SimulatorResponse response() {
        return response;
    }
}
