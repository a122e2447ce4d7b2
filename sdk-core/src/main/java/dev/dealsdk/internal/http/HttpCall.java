package dev.dealsdk.internal.http;

import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.Submission;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request with all its attempts. What comes after an attempt is decided by {@link Repetition}, here it is done. */
final class HttpCall<T extends @Nullable Object> extends Call<T> {
    private final HttpEngine engine;
    private final VendorRequest request;
    private final CallScope scope;
    private final JsonDecoder<T> decoder;
    private final Supplier<T> whenGone;

    /**
     * A call on an engine.
     *
     * @param whenGone the result of a delete that finds nothing because an attempt whose answer was lost had done it
     */
    HttpCall(HttpEngine engine, VendorRequest request, CallScope scope, JsonDecoder<T> decoder, Supplier<T> whenGone) {
        this.engine = engine;
        this.request = request;
        this.scope = scope;
        this.decoder = decoder;
        this.whenGone = whenGone;
    }

    @Override
    public T execute() {
        Repetition repetition = engine.begin(request, scope);
        while (true) {
            if (engine.underWay().areEnded()) {
                throw repetition.closed();
            }
            String token = token(repetition);
            NextStep next;
            try {
                return engine.exchange().send(request, scope, token, repetition.timeout(), decoder);
            } catch (AttemptFailedException failed) {
                next = repetition.after(failed.failure(), token);
            }
            if (next.isDone()) {
                return whenGone.get();
            }
            if (next.pause().isPresent()) {
                sleep(next.pause().get(), repetition);
            }
        }
    }

    private String token(Repetition repetition) {
        try {
            return engine.credentials().token(repetition.timeout());
        } catch (TokenUnavailableException unavailable) {
            throw repetition.withoutToken(unavailable);
        }
    }

    private void sleep(Duration wait, Repetition repetition) {
        try {
            engine.sleeper().sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw repetition.interrupted(interrupted);
        }
    }

    @Override
    public void start(Submission submission, Completion<? super T> completion) {
        new HttpSubmission<>(engine, request, scope, decoder, whenGone, submission, completion).start();
    }
}
