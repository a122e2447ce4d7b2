package dev.dealsdk.spi;

import java.util.Optional;

/**
 * Sends requests to one vendor. A transport authenticates, retries as far as {@link RetrySafety} allows, limits the
 * size of responses, and turns every failure into a {@link dev.dealsdk.DealsException}. Every method blocks until the
 * call has completed. Safe for use by multiple threads.
 */
public interface HttpTransport {

    /**
     * Sends a request and decodes the JSON of its response.
     *
     * @param <T> the type of the result
     * @param call the call to which the request belongs
     * @param request any request except a delete, whose response may be empty
     * @param decoder decodes the body of a success response
     * @return the result of the decoder
     * @throws dev.dealsdk.MalformedResponseException if the response is not the JSON that the decoder expects
     * @throws dev.dealsdk.DealsException for any other failure
     */
    <T> T send(CallScope call, VendorRequest request, JsonDecoder<T> decoder);

    /**
     * Sends a request and ignores the body of its response.
     *
     * @param call the call to which the request belongs
     * @param request any request; a delete succeeds if the deal is not found after an attempt whose response was lost
     * @throws dev.dealsdk.DealsException if the request fails
     */
    void send(CallScope call, VendorRequest request);

    /**
     * Moves, wins, loses or reopens a deal, and reads the deal back while the effect of the request is uncertain.
     *
     * <p>If the deal shows the transition, the deal is returned as it was read. If it does not and the exchange is
     * over, the deal is read again for {@code deals.settle-time}, and then the request is retried. If the vendor may
     * still be processing the request, the deal is read until the call's deadline.
     *
     * @param <T> the type of the result
     * @param call the call to which the request belongs
     * @param request the request, which is retried under {@link RetrySafety#VERIFY_FIRST}
     * @param decoder decodes the body of a success response
     * @param readBack reads the deal within the same call
     * @return the result of the decoder, or the deal as it was read back
     * @throws dev.dealsdk.DealsException if the transition fails, or if its effect remains uncertain
     */
    <T> T sendTransition(CallScope call, VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack);

    /**
     * Sends a request to any path, for endpoints that the SDK does not support.
     *
     * @param call the call to which the request belongs
     * @param request the request as the caller built it
     * @return the JSON of the response as JDK types; empty if the response has no body or is a JSON null
     * @throws dev.dealsdk.MalformedResponseException if the response has a body that is not JSON
     * @throws dev.dealsdk.DealsException for any other failure
     */
    Optional<Object> sendRaw(CallScope call, VendorRequest request);
}
