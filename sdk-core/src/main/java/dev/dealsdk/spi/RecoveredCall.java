package dev.dealsdk.spi;

import dev.dealsdk.DealsException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call and, if it fails, another one. */
final class RecoveredCall<T extends @Nullable Object> extends Call<T> {
    private final Call<T> source;
    private final Function<? super DealsException, Call<T>> other;

    RecoveredCall(Call<T> source, Function<? super DealsException, Call<T>> other) {
        this.source = source;
        this.other = other;
    }

    @Override
    public T execute() {
        Call<T> second;
        try {
            return source.execute();
        } catch (DealsException failed) {
            second = other.apply(failed);
        }
        return second.execute();
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        source.start(submission, new Completion<T>() {
            @Override
            public void succeeded(T value) {
                completion.succeeded(value);
            }

            @Override
            public void failed(Throwable failure) {
                if (!(failure instanceof DealsException known) || submission.isStopped()) {
                    completion.failed(failure);
                    return;
                }
                Call<T> second;
                try {
                    second = other.apply(known);
                } catch (RuntimeException | Error failed) {
                    completion.failed(failed);
                    return;
                }
                second.start(submission, completion);
            }
        });
    }
}
