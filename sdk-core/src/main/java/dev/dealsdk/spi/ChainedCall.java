package dev.dealsdk.spi;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call, and after it another one. */
final class ChainedCall<S extends @Nullable Object, T extends @Nullable Object> extends Call<T> {
    private final Call<S> first;
    private final Function<? super S, Call<T>> next;

    ChainedCall(Call<S> first, Function<? super S, Call<T>> next) {
        this.first = first;
        this.next = next;
    }

    /** In a loop, so that a chain that goes on and on, from page to page, does not fill the stack. */
    @Override
    public T execute() {
        Call<T> last = this;
        while (last instanceof ChainedCall<?, T> chain) {
            last = chain.afterFirst();
        }
        return last.execute();
    }

    private Call<T> afterFirst() {
        return next.apply(first.execute());
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        first.start(submission, new Completion<S>() {
            @Override
            public void succeeded(S value) {
                if (submission.isStopped()) {
                    completion.failed(new CancellationException());
                    return;
                }
                Call<T> second;
                try {
                    second = next.apply(value);
                } catch (RuntimeException | Error failed) {
                    completion.failed(failed);
                    return;
                }
                second.start(submission, completion);
            }

            @Override
            public void failed(Throwable failure) {
                completion.failed(failure);
            }
        });
    }
}
