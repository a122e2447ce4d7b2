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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a caller: what it is, under which options, and when it must be over. All requests of the call share it.
 *
 * <p>Used by one thread.
 */
public final class CallScope {
    private final String provider;
    private final Optional<Operation> operation;
    private final Optional<String> dealId;
    private final CallOptions options;
    private final long deadlineNanos;
    private final BiFunction<String, CallScope, String> stageIds;
    private @Nullable String idempotencyKey;

    /**
     * For the SDK and for tests of providers.
     *
     * @param operation empty for calls of the vendor's own API
     * @param deadlineNanos a moment of {@link System#nanoTime()}
     * @param stageIds finds the id of a stage by alias, id or name, within this call
     */
    public CallScope(
            String provider,
            Optional<Operation> operation,
            Optional<String> dealId,
            CallOptions options,
            long deadlineNanos,
            BiFunction<String, CallScope, String> stageIds) {
        this.provider = provider;
        this.operation = operation;
        this.dealId = dealId;
        this.options = options;
        this.deadlineNanos = deadlineNanos;
        this.stageIds = stageIds;
    }

    public Optional<Operation> operation() {
        return operation;
    }

    public CallOptions options() {
        return options;
    }

    /** A moment of {@link System#nanoTime()}. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** The key of this call: the caller's, or one made for it. All attempts and requests of the call get the same. */
    public String idempotencyKey() {
        if (idempotencyKey == null) {
            idempotencyKey =
                    options.idempotencyKey().orElseGet(() -> UUID.randomUUID().toString());
        }
        return idempotencyKey;
    }

    /**
     * The id of a stage that the configuration names, as {@code deals.won-stage} does: by alias, id or name. Where the
     * account's stages cannot be listed, what is no alias is taken for an id.
     *
     * @throws InvalidRequestException if the account has no such stage; the message lists those there are
     */
    public String stageId(String aliasOrIdOrName) {
        return stageIds.apply(aliasOrIdOrName, this);
    }

    /**
     * Reads back what a write has done, for vendors whose answer does not show it: when that fails, the exception says
     * {@link Outcome#APPLIED}.
     */
    public <T> T readBack(Supplier<T> read) {
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

    /** This call as the beginning of what an exception tells. */
    public VendorCall.Builder call() {
        return VendorCall.builder().provider(provider).operation(operation).dealId(dealId);
    }

    /** {@return the failure of a read that found nothing, for vendors without a call that reads one deal} */
    public DealNotFoundException notFound() {
        VendorCall call = call().attempts(1).outcome(Outcome.REJECTED).build();
        return new DealNotFoundException("there is no such deal", call, null);
    }

    /** A refusal before anything is sent, because of one field. */
    public InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException("", List.of(new FieldError(field, message)), call().build(), null);
    }

    /** A refusal before anything is sent, because the vendor cannot do it. */
    public UnsupportedByProviderException unsupported(String message) {
        return new UnsupportedByProviderException(message, call().build());
    }
}
