package dev.dealsdk.spi;

import dev.dealsdk.CallObserver;
import dev.dealsdk.CallOptions;
import dev.dealsdk.DealNotFoundException;
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
import org.jspecify.annotations.Nullable;

/**
 * One call of a caller: what it is, under which options, and when it must be over. All requests of the call share it.
 *
 * <p>Used by one thread at a time.
 */
public final class CallScope {
    private static final CallObserver NOBODY = new CallObserver() {};

    private final String provider;
    private final Optional<Operation> operation;
    private final Optional<String> dealId;
    private final CallOptions options;
    private final BiFunction<String, CallScope, Call<String>> stageIds;
    private final CallObserver observer;
    private final State state;

    /** What all views of one call share. */
    private static final class State {
        private long deadlineNanos;
        private boolean patient;
        private @Nullable String idempotencyKey;

        State(long deadlineNanos) {
            this.deadlineNanos = deadlineNanos;
        }
    }

    /**
     * For the SDK and for tests of providers.
     *
     * @param provider the id of the provider, for messages
     * @param operation empty for calls of the vendor's own API
     * @param dealId the deal the call is about, if it is about one
     * @param options what the caller wants to be different in this call
     * @param deadlineNanos a moment of {@link System#nanoTime()}
     * @param stageIds finds the id of a stage by alias, id or name, within this call
     */
    public CallScope(
            String provider,
            Optional<Operation> operation,
            Optional<String> dealId,
            CallOptions options,
            long deadlineNanos,
            BiFunction<String, CallScope, Call<String>> stageIds) {
        this(provider, operation, dealId, options, stageIds, NOBODY, new State(deadlineNanos));
    }

    private CallScope(
            String provider,
            Optional<Operation> operation,
            Optional<String> dealId,
            CallOptions options,
            BiFunction<String, CallScope, Call<String>> stageIds,
            CallObserver observer,
            State state) {
        this.provider = provider;
        this.operation = operation;
        this.dealId = dealId;
        this.options = options;
        this.stageIds = stageIds;
        this.observer = observer;
        this.state = state;
    }

    /** {@return what the caller does; empty for calls of the vendor's own API} */
    public Optional<Operation> operation() {
        return operation;
    }

    /** {@return what the caller wants to be different in this call; nothing by default} */
    public CallOptions options() {
        return options;
    }

    /** {@return when the call must be over, with all its attempts: a moment of {@link System#nanoTime()}} */
    public long deadlineNanos() {
        return state.deadlineNanos;
    }

    /**
     * {@return the key of this call: the caller's, or a UUID made for it} All attempts and requests of the call get the
     * same.
     */
    public String idempotencyKey() {
        if (state.idempotencyKey == null) {
            state.idempotencyKey =
                    options.idempotencyKey().orElseGet(() -> UUID.randomUUID().toString());
        }
        return state.idempotencyKey;
    }

    /**
     * {@return a call that gives the id of a stage that the configuration names, as {@code deals.won-stage} does: by alias,
     * id or name} Where the account's stages cannot be listed, what is no alias is taken for an id. It fails with {@link
     * InvalidRequestException} if the account has no such stage; the message lists those there are.
     *
     * @param aliasOrIdOrName as the configuration has it
     */
    public Call<String> stageId(String aliasOrIdOrName) {
        return stageIds.apply(aliasOrIdOrName, this);
    }

    /**
     * {@return a call that reads back what a write has done, for vendors whose answer does not show it} When reading fails,
     * whatever the reason, it fails with a {@link VendorUnavailableException} that says {@link Outcome#APPLIED}.
     *
     * @param <T> what is read
     * @param read the call that reads
     */
    public <T> Call<T> readBack(Call<T> read) {
        return read.recover(failed -> {
            VendorCall call = call().httpStatus(failed.httpStatus())
                    .vendorCode(failed.vendorCode())
                    .requestId(failed.requestId())
                    .attempts(failed.attempts())
                    .outcome(Outcome.APPLIED)
                    .build();
            throw new VendorUnavailableException("the deal could not be read back", call, failed);
        });
    }

    /**
     * This call, bound to a deal: failures name the deal, and a 404 means that there is no such deal. For calls of the
     * vendor's own API, which begin without one.
     *
     * @param id as the vendor assigned it
     * @return this call itself when it is bound to a deal already
     */
    public CallScope about(String id) {
        return dealId.isPresent()
                ? this
                : new CallScope(provider, operation, Optional.of(id), options, stageIds, observer, state);
    }

    /**
     * {@return this call, with what happens in it told to someone} For the SDK.
     *
     * @param listening told of attempts, retries and waits
     */
    public CallScope observedBy(CallObserver listening) {
        return new CallScope(provider, operation, dealId, options, stageIds, listening, state);
    }

    /** {@return whether anyone is told what happens in this call} */
    public boolean isObserved() {
        return observer != NOBODY;
    }

    /** {@return who is told what happens in this call; someone who does nothing by default} */
    public CallObserver observer() {
        return observer;
    }

    /**
     * Lets this call wait for the account's quota as long as that takes: its time begins when its request may leave. For the
     * SDK, which reads the pages of long listings so.
     *
     * @return this call
     */
    public CallScope waitingForQuota() {
        state.patient = true;
        return this;
    }

    /** {@return whether the time of this call begins when its request may leave} */
    public boolean isWaitingForQuota() {
        return state.patient;
    }

    /**
     * Puts the end of this call off.
     *
     * @param nanos by how much
     */
    public void extend(long nanos) {
        state.deadlineNanos += nanos;
    }

    /** {@return this call as the beginning of what an exception tells: provider, operation and deal} */
    public VendorCall.Builder call() {
        return VendorCall.builder().provider(provider).operation(operation).dealId(dealId);
    }

    /** {@return the failure of a read that found nothing, for vendors without a call that reads one deal} */
    public DealNotFoundException notFound() {
        VendorCall call = call().attempts(1).outcome(Outcome.REJECTED).build();
        return new DealNotFoundException("there is no such deal", call, null);
    }

    /**
     * {@return a refusal before anything is sent, because of one field; to be thrown}
     *
     * @param field as the caller wrote it, such as {@code value.currency} or {@code extras.priority}
     * @param message what is wrong with it and what to write instead
     */
    public InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException("", List.of(new FieldError(field, message)), call().build(), null);
    }

    /**
     * {@return a refusal before anything is sent, because the vendor cannot do it; to be thrown}
     *
     * @param message what is not supported, why, and what to do instead
     */
    public UnsupportedByProviderException unsupported(String message) {
        return new UnsupportedByProviderException(message, call().build());
    }
}
