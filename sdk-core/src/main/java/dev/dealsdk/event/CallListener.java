package dev.dealsdk.event;

/**
 * Observes the calls of a client, for metrics, traces and logs.
 *
 * <pre>{@code
 * DealsConfig config = DealsConfig.builder().addListener(call -> new CallObserver() {
 *     @Override
 *     public void finished(CallEnd end) {
 *         System.out.println(call.provider() + " took " + end.duration());
 *     }
 * }).build();
 * }</pre>
 *
 * <p>A call is one operation that the caller requests, with all its HTTP requests: {@code move} including the lookup of
 * the stage, each page that {@code list} fetches, or one method of the vendor's own API. An exception that a listener
 * throws does not affect the call; the SDK logs the first one as a warning and later ones at {@code DEBUG}.
 * Implementations must be safe for use by multiple threads.
 */
@FunctionalInterface
public interface CallListener {

    /**
     * Creates the observer of a call that starts.
     *
     * @param call the call
     * @return the observer that receives the events of this call
     */
    CallObserver callStarted(CallStart call);

    /**
     * Called when the circuit of the client's account changes its state (see {@code deals.circuit}), and once with the
     * current state when the client connects. Does nothing by default.
     *
     * @param change the new state
     */
    default void circuitChanged(CircuitChange change) {}

    /**
     * Called when a deal that the program read has been compared with another account (see {@code deals.shadow}). Runs
     * on threads of the SDK. Does nothing by default.
     *
     * @param read the result of the comparison
     */
    default void shadowRead(ShadowRead read) {}

    /**
     * Called when a client with this listener has connected. Does nothing by default.
     *
     * @param client a live view of the client's load; a listener that stores it should hold it weakly, or only until
     *     the client is closed
     */
    default void clientConnected(ClientLoad client) {}
}
