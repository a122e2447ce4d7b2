package dev.dealsdk.spi;

import dev.dealsdk.DealsException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of a vendor that has not started: what is sent, and what becomes of the answer. A provider describes its operations
 * this way once; whether a thread waits for them is the caller's choice:
 *
 * <pre>{@code
 * Call<Deal> call = http.send(VendorRequest.get("v1", "deals", id), AcmeReader::deal).map(AcmeMapper::toDeal);
 * Deal deal = call.execute();                     // here and now
 * CompletableFuture<Deal> later = call.submit();  // without a thread that waits
 * }</pre>
 *
 * <p>Immutable. Each {@link #execute} and each {@link #submit} makes the call anew.
 *
 * @param <T> what the call gives
 */
public abstract class Call<T extends @Nullable Object> {

    /** For the SDK, which sends requests; a provider puts its calls together from those. */
    protected Call() {}

    /**
     * {@return a call that gives what is known already}
     *
     * @param <T> what it gives
     * @param value what it gives
     */
    public static <T extends @Nullable Object> Call<T> of(T value) {
        return from(() -> value);
    }

    /**
     * {@return a call that does something without a network}
     *
     * @param <T> what it gives
     * @param work done in the thread that makes the call; must not block
     */
    public static <T extends @Nullable Object> Call<T> from(Supplier<? extends T> work) {
        return new LocalCall<>(work);
    }

    /**
     * {@return this call, with its result turned into something else}
     *
     * @param <R> what it is turned into
     * @param change applied to the result; what it throws, the call throws
     */
    public <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> change) {
        return new MappedCall<>(this, change);
    }

    /**
     * {@return this call, and after it another one}
     *
     * @param <R> what the other one gives
     * @param next makes the other one of the result of this; what it throws, the call throws
     */
    public <R extends @Nullable Object> Call<R> then(Function<? super T, Call<R>> next) {
        return new ChainedCall<>(this, next);
    }

    /**
     * {@return this call and, if it fails, another one}
     *
     * @param other makes the other one of the failure of this; to fail after all, it throws
     */
    public Call<T> recover(Function<? super DealsException, Call<T>> other) {
        return new RecoveredCall<>(this, other);
    }

    /**
     * Makes the call in this thread.
     *
     * @return its result
     * @throws DealsException if it fails
     */
    public abstract T execute();

    /**
     * Makes the call without a thread that waits for it.
     *
     * @return its result, or its failure: mostly a {@link DealsException}. Completing the future from outside, as {@code
     *     cancel} and {@code orTimeout} do, ends the exchange with the vendor and whatever was to follow it
     */
    @SuppressWarnings("FutureReturnValueIgnored") // It would tell of the end of the call a second time.
    public final CompletableFuture<T> submit() {
        CompletableFuture<T> future = new CompletableFuture<>();
        Submission submission = new Submission();
        future.whenComplete((value, failure) -> submission.stop());
        start(submission, new FutureCompletion<>(future));
        return future;
    }

    /**
     * Makes the call without a thread that waits for it. For the SDK; {@link #submit} is easier to use.
     *
     * @param submission told how to end what is under way
     * @param completion told the result or the failure, exactly once
     */
    public abstract void start(Submission submission, Completion<? super T> completion);
}
