package dev.dealsdk.spi;

import dev.dealsdk.CallOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one vendor: authenticates, retries as {@link Repeat} allows, bounds the answer, and turns every
 * failure into a {@link dev.dealsdk.DealsException}. Thread-safe.
 */
public interface HttpTransport {

    /**
     * {@return this transport within one call: all its requests share the call's deadline and name}
     *
     * @param scope the call
     */
    HttpTransport during(CallScope scope);

    /**
     * {@return this transport for calls of the vendor's own API, each with its own deadline}
     *
     * @param options for every one of those calls
     */
    HttpTransport with(CallOptions options);

    /** {@return the call this transport works for; for calls of the vendor's own API, one that starts now} */
    CallScope scope();

    /**
     * {@return a call that sends a request and reads the JSON of its answer}
     *
     * <p>It fails with {@link dev.dealsdk.MalformedResponseException} if the answer is not the JSON that the decoder expects,
     * and with another {@link dev.dealsdk.DealsException} for every other failure.
     *
     * @param <T> what the answer becomes
     * @param request any but a delete, which may have no answer
     * @param decoder reads the body of a success
     */
    <T> Call<T> send(VendorRequest request, JsonDecoder<T> decoder);

    /**
     * {@return a call that sends a request whose answer has no body worth reading}
     *
     * @param request any; a delete that finds nothing after an attempt whose answer was lost has succeeded
     */
    Call<@Nullable Void> send(VendorRequest request);

    /**
     * {@return a call that moves, wins, loses or reopens a deal, and reads the deal back when it is uncertain whether that has
     * happened} It gives the deal as it was read if it shows the transition. If it does not, and the exchange is over, the
     * request is sent again; if the vendor may still be at work, the deal is read until the call's deadline.
     *
     * @param <T> what the answer becomes
     * @param request sent again under {@link Repeat#AFTER_READ_BACK}
     * @param decoder reads the body of a success
     * @param readBack reads the deal within the same call
     */
    <T> Call<T> sendTransition(VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack);

    /**
     * {@return a call that sends a request to any path, for endpoints the SDK does not know} It gives the JSON of the answer
     * as JDK types; empty when the answer has no body, or is a JSON null. It fails with {@link
     * dev.dealsdk.MalformedResponseException} if the answer has a body that is no JSON.
     *
     * @param request as the caller made it
     */
    Call<Optional<Object>> sendRaw(VendorRequest request);
}
