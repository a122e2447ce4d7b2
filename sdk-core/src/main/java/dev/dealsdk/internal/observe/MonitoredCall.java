package dev.dealsdk.internal.observe;

import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.Submission;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that is told of from its beginning to its end; what is refused while it is put together belongs to it.
 *
 * @param <T> what the call gives
 */
public final class MonitoredCall<T extends @Nullable Object> extends Call<T> {
    private final Supplier<CallMonitor> begin;
    private final Function<CallMonitor, Call<T>> steps;

    /**
     * @param begin makes what is told of this call, each time it is made
     * @param steps put together for that
     */
    public MonitoredCall(Supplier<CallMonitor> begin, Function<CallMonitor, Call<T>> steps) {
        this.begin = begin;
        this.steps = steps;
    }

    @Override
    public T execute() {
        CallMonitor monitor = begin.get();
        try {
            T value = steps.apply(monitor).execute();
            monitor.end(null);
            return value;
        } catch (Throwable failure) {
            monitor.end(failure);
            throw failure;
        }
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        CallMonitor monitor = begin.get();
        Completion<T> told = new Completion<T>() {
            @Override
            public void succeeded(T value) {
                monitor.end(null);
                completion.succeeded(value);
            }

            @Override
            public void failed(Throwable failure) {
                monitor.end(failure);
                completion.failed(failure);
            }
        };
        Call<T> call;
        try {
            call = steps.apply(monitor);
        } catch (RuntimeException | Error refused) {
            told.failed(refused);
            return;
        }
        call.start(submission, told);
    }
}
