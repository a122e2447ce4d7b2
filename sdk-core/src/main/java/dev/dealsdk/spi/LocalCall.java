package dev.dealsdk.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call without a network. */
final class LocalCall<T extends @Nullable Object> extends Call<T> {
    private final Supplier<? extends T> work;

    LocalCall(Supplier<? extends T> work) {
        this.work = work;
    }

    @Override
    public T execute() {
        return work.get();
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        T value;
        try {
            value = work.get();
        } catch (RuntimeException | Error failed) {
            completion.failed(failed);
            return;
        }
        completion.succeeded(value);
    }
}
