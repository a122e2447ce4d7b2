package dev.dealsdk.spi;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The current call of a client, as a provider sees it: its operation and options, and factory methods for its
 * exceptions.
 *
 * <p>The SDK passes a scope to every method of {@link ProviderClient}. The provider passes it on to {@link
 * HttpTransport}, so that all requests of the call share its deadline. Only the SDK implements this interface. A scope
 * is used by one thread at a time.
 */
public interface CallScope {

    /** {@return the neutral operation; empty for calls of the vendor's own API} */
    Optional<Operation> operation();

    /** {@return the options that the caller set for this call; none by default} */
    CallOptions options();

    /**
     * {@return the idempotency key that the caller set, or otherwise a random UUID} All requests and attempts of a
     * neutral call share one key. In the vendor's own API, each invocation of this method generates a new key.
     */
    String idempotencyKey();

    /**
     * {@return the id of a stage that the configuration names, for example in {@code deals.won-stage}, by alias, id or
     * name} May read the stages of the account. If they cannot be listed, a text that is not an alias is used as an id.
     *
     * @param aliasOrIdOrName the stage as written in the configuration
     * @throws InvalidRequestException if the account has no such stage; the message lists the existing stages
     * @throws dev.dealsdk.ConfigurationException if the configuration names a stage that the account does not have
     */
    String stageId(String aliasOrIdOrName);

    /** {@return a builder for the details of an exception in this call; provider, operation and deal are set} */
    VendorCall.Builder call();

    /**
     * Reads the result of a write, for vendors whose response to the write does not contain it.
     *
     * @param <T> the type of the result
     * @param read sends the read request
     * @return the result
     * @throws VendorUnavailableException if the read fails for any reason; its outcome is {@link Outcome#APPLIED}
     */
    default <T> T readBack(Supplier<T> read) {
        try {
            return read.get();
        } catch (DealsException failed) {
            VendorCall call = call().httpStatus(failed.httpStatus())
                    .vendorCode(failed.vendorCode())
                    .requestId(failed.requestId())
                    .attempts(failed.attempts())
                    .outcome(Outcome.APPLIED)
                    .build();
            throw new VendorUnavailableException("the deal could not be read back", call, failed);
        }
    }

    /**
     * {@return an exception for a search that found no deal, for vendors without a request that reads a single deal}
     */
    default DealNotFoundException notFound() {
        return new DealNotFoundException(
                "there is no such deal",
                call().attempts(1).outcome(Outcome.REJECTED).build(),
                null);
    }

    /**
     * {@return an exception that refuses the call before anything is sent because of one field} The provider throws it.
     *
     * @param field the field as the caller wrote it, such as {@code value.currency} or {@code extras.priority}
     * @param message what is wrong with the field and what to write instead
     */
    default InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException("", List.of(new FieldError(field, message)), call().build(), null);
    }

    /**
     * {@return an exception that refuses the call before anything is sent because the vendor cannot perform it} The
     * provider throws it.
     *
     * @param message what is not supported, why, and what to do instead
     */
    default UnsupportedByProviderException unsupported(String message) {
        return new UnsupportedByProviderException(message, call().build());
    }
}
