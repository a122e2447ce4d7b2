package dev.dealsdk.internal.http;

import dev.dealsdk.DealsException;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Submission;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request with all its attempts. What comes after an attempt is decided by {@link Repetition}, here it is done. */
final class HttpCall<T extends @Nullable Object> extends Call<T> {
    private final HttpEngine engine;
    private final VendorRequest request;
    private final CallScope scope;
    private final Results<T> results;

    HttpCall(HttpEngine engine, VendorRequest request, CallScope scope, Results<T> results) {
        this.engine = engine;
        this.request = request;
        this.scope = scope;
        this.results = results;
    }

    @Override
    public T execute() {
        Repetition repetition = engine.begin(request, scope, results.readBack());
        NextStep next = NextStep.SEND;
        while (true) {
            if (next.pause().isPresent()) {
                sleep(next.pause().get(), repetition);
            }
            if (engine.underWay().areEnded()) {
                throw repetition.closed();
            }
            switch (next.kind()) {
                case SEND -> {
                    awaitTurn(repetition);
                    String token = token(repetition);
                    try {
                        return send(token, repetition);
                    } catch (AttemptFailedException failed) {
                        next = repetition.after(failed.failure(), token);
                    }
                }
                case LOOK -> {
                    ReadBack<T> readBack = Objects.requireNonNull(results.readBack());
                    T seen = look(readBack, repetition);
                    ReadBack.Verdict verdict = readBack.verdict(seen);
                    if (verdict == ReadBack.Verdict.DONE) {
                        return seen;
                    }
                    next = repetition.looked(verdict);
                }
                case DONE -> {
                    return results.whenGone().get();
                }
            }
        }
    }

    private T send(String token, Repetition repetition) throws AttemptFailedException {
        T value;
        try {
            value = engine.exchange()
                    .send(
                            repetition.request(),
                            scope,
                            repetition.begin(token),
                            repetition.timeout(),
                            results.decoder());
        } catch (RuntimeException | Error broken) {
            repetition.abandoned();
            throw broken;
        }
        repetition.succeeded();
        return value;
    }

    private T look(ReadBack<T> readBack, Repetition repetition) {
        try {
            return readBack.read().execute();
        } catch (DealsException unread) {
            throw repetition.unread(unread);
        }
    }

    private void awaitTurn(Repetition repetition) {
        Duration wait = repetition.turn();
        while (!wait.isZero()) {
            sleep(wait, repetition);
            if (engine.underWay().areEnded()) {
                throw repetition.closed();
            }
            wait = repetition.turn();
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
        new HttpSubmission<>(engine, request, scope, results, submission, completion).start();
    }
}
