package dev.dealsdk.spi;

import java.util.Optional;

/**
 * Sends requests to one vendor: authenticates, retries as {@link RetrySafety} allows, bounds the response, and turns every
 * failure into a {@link dev.dealsdk.DealsException}. Every method blocks until the call is over. Thread-safe.
 */
public interface HttpTransport {

    /**
     * Sends a request and reads the JSON of its response.
     *
     * @param <T> what the response becomes
     * @param call the call that the request belongs to
     * @param request any but a delete, whose response may be empty
     * @param decoder reads the body of a success
     * @return what the decoder makes of the response
     * @throws dev.dealsdk.MalformedResponseException if the response is not the JSON that the decoder expects
     * @throws dev.dealsdk.DealsException for every other failure
     */
    <T> T send(CallScope call, VendorRequest request, JsonDecoder<T> decoder);

    /**
     * Sends a request whose response has no body worth reading.
     *
     * @param call the call that the request belongs to
     * @param request any; a delete that finds nothing after an attempt whose response was lost has succeeded
     * @throws dev.dealsdk.DealsException if it fails
     */
    void send(CallScope call, VendorRequest request);

    /**
     * Moves, wins, loses or reopens a deal, and reads the deal back while it is uncertain whether that has happened. If the
     * deal shows the transition, it is returned as it was read. If it does not, and the exchange is over, the deal is read
     * again over {@code deals.settle-time}, and then the request is sent again. If the vendor may still be at work, the deal
     * is read until the call's deadline.
     *
     * @param <T> what the response becomes
     * @param call the call that the request belongs to
     * @param request sent again under {@link RetrySafety#VERIFY_FIRST}
     * @param decoder reads the body of a success
     * @param readBack reads the deal within the same call
     * @return what the decoder makes of the response, or the deal as it was read back
     * @throws dev.dealsdk.DealsException if it fails, or if nothing tells whether it has happened
     */
    <T> T sendTransition(CallScope call, VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack);

    /**
     * Sends a request to any path, for endpoints that the SDK does not know.
     *
     * @param call the call that the request belongs to
     * @param request as the caller made it
     * @return the JSON of the response as JDK types; empty when the response has no body, or is a JSON null
     * @throws dev.dealsdk.MalformedResponseException if the response has a body that is not JSON
     * @throws dev.dealsdk.DealsException for every other failure
     */
    Optional<Object> sendRaw(CallScope call, VendorRequest request);
}
