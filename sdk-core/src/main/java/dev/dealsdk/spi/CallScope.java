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
 * One call of a caller, as a provider sees it: what is called, under which options, and how to refuse it.
 *
 * <p>The SDK hands it to every method of {@link ProviderClient}; the provider hands it on to {@link HttpTransport}, so that all
 * requests of the call share its deadline. Implemented by the SDK alone. Used by one thread at a time.
 */
public interface CallScope {

    /** {@return the neutral operation; empty for calls of the vendor's own API} */
    Optional<Operation> operation();

    /** {@return what the caller wants to be different in this call; nothing by default} */
    CallOptions options();

    /**
     * {@return the idempotency key: the caller's, or else a random UUID} All requests and attempts of a neutral call share one
     * key; in the vendor's own API each call of this method makes a new one.
     */
    String idempotencyKey();

    /**
     * {@return the id of a stage that the configuration names, as {@code deals.won-stage} does: by alias, id or name} May read
     * the account's stages. Where they cannot be listed, what is no alias is taken for an id.
     *
     * @param aliasOrIdOrName as the configuration has it
     * @throws InvalidRequestException if the account has no such stage; the message lists those there are
     * @throws dev.dealsdk.ConfigurationException if the configuration names a stage that the account does not have
     */
    String stageId(String aliasOrIdOrName);

    /** {@return the beginning of an exception about this call: provider, operation and deal} */
    VendorCall.Builder call();

    /**
     * Reads back what a write has done, for vendors whose response does not show it.
     *
     * @param <T> what is read
     * @param read sends the reading request
     * @return what was read
     * @throws VendorUnavailableException if it cannot be read, whatever the reason; its outcome is {@link Outcome#APPLIED}
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

    /** {@return the failure of a read that found nothing, for vendors without a request that reads one deal} */
    default DealNotFoundException notFound() {
        return new DealNotFoundException(
                "there is no such deal",
                call().attempts(1).outcome(Outcome.REJECTED).build(),
                null);
    }

    /**
     * {@return a refusal before anything is sent, because of one field; to be thrown}
     *
     * @param field as the caller wrote it, such as {@code value.currency} or {@code extras.priority}
     * @param message what is wrong with it and what to write instead
     */
    default InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException("", List.of(new FieldError(field, message)), call().build(), null);
    }

    /**
     * {@return a refusal before anything is sent, because the vendor cannot do it; to be thrown}
     *
     * @param message what is not supported, why, and what to do instead
     */
    default UnsupportedByProviderException unsupported(String message) {
        return new UnsupportedByProviderException(message, call().build());
    }
}
