package dev.dealsdk.spi;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Ends in a future. */
record FutureCompletion<T extends @Nullable Object>(CompletableFuture<T> future) implements Completion<T> {
    @Override
    public void succeeded(T value) {
        future.complete(value);
    }

    @Override
    public void failed(Throwable failure) {
        future.completeExceptionally(failure);
    }
}
