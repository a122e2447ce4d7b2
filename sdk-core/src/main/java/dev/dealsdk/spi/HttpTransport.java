package dev.dealsdk.spi;

import dev.dealsdk.CallOptions;
import java.util.Optional;

/**
 * Sends requests to one vendor: authenticates, retries as {@link Repeat} allows, bounds the answer, and turns every
 * failure into a {@link dev.dealsdk.DealsException}. Thread-safe.
 */
public interface HttpTransport {

    /** This transport within one call: all its requests share the call's deadline and name. */
    HttpTransport during(CallScope scope);

    /** This transport for calls of the vendor's own API, each with its own deadline under these options. */
    HttpTransport with(CallOptions options);

    /** The call this transport works for; for calls of the vendor's own API, one that starts now. */
    CallScope scope();

    /**
     * Sends a request and reads the JSON of its answer.
     *
     * @throws dev.dealsdk.MalformedResponseException if the answer is not the JSON that the decoder expects
     * @throws dev.dealsdk.DealsException for every other failure
     */
    <T> T send(VendorRequest request, JsonDecoder<T> decoder);

    /** Sends a request whose answer has no body worth reading. */
    void send(VendorRequest request);

    /**
     * Sends a request to any path, for endpoints the SDK does not know.
     *
     * @return the JSON of the answer as JDK types; empty when it has no body, or is a JSON null
     */
    Optional<Object> sendRaw(VendorRequest request);
}
