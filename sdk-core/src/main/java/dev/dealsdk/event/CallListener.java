package dev.dealsdk.event;

/**
 * Is told of every call of a client: for metrics, traces and logs of a program's own.
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
 * <p>A call is what a caller asks for, with all its requests: {@code move} and the lookup of the stage, {@code list} for each
 * page it fetches, or one method of the vendor's own API. What a listener throws harms no call; it is logged as a warning the
 * first time, and at {@code DEBUG} from then on. Used by all threads that make calls.
 */
@FunctionalInterface
public interface CallListener {

    /**
     * A call begins.
     *
     * @param call which one
     * @return what is told the rest of it
     */
    CallObserver callStarted(CallStart call);

    /**
     * The circuit of the client's account has changed its state, see {@code deals.circuit}; also called once when the client
     * connects, with the state at that time. Does nothing by default.
     *
     * @param change the state from now on
     */
    default void circuitChanged(CircuitChange change) {}

    /**
     * A deal that the program has read was compared with another account's, see {@code deals.shadow}. Called on threads of the
     * SDK. Does nothing by default.
     *
     * @param read what came of it
     */
    default void shadowRead(ShadowRead read) {}

    /**
     * A client with this listener has connected. Does nothing by default.
     *
     * @param client what can be read of it from now on; a listener that keeps it should do so weakly, or until it is closed
     */
    default void clientConnected(ClientLoad client) {}
}
