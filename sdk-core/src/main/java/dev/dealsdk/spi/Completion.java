package dev.dealsdk.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where the end of a {@link Call} is told when no thread waits for it. Exactly one of the methods is called, once.
 *
 * @param <T> what the call gives
 */
public interface Completion<T extends @Nullable Object> {

    /**
     * The call has a result.
     *
     * @param value the result
     */
    void succeeded(T value);

    /**
     * The call failed, or was ended.
     *
     * @param failure why; a {@link java.util.concurrent.CancellationException} when it was ended
     */
    void failed(Throwable failure);
}
