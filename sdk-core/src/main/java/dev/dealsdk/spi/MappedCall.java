package dev.dealsdk.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call whose result is turned into something else. */
final class MappedCall<S extends @Nullable Object, T extends @Nullable Object> extends Call<T> {
    private final Call<S> source;
    private final Function<? super S, ? extends T> change;

    MappedCall(Call<S> source, Function<? super S, ? extends T> change) {
        this.source = source;
        this.change = change;
    }

    @Override
    public T execute() {
        return change.apply(source.execute());
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        source.start(submission, new Completion<S>() {
            @Override
            public void succeeded(S value) {
                T changed;
                try {
                    changed = change.apply(value);
                } catch (RuntimeException | Error failed) {
                    completion.failed(failed);
                    return;
                }
                completion.succeeded(changed);
            }

            @Override
            public void failed(Throwable failure) {
                completion.failed(failure);
            }
        });
    }
}
