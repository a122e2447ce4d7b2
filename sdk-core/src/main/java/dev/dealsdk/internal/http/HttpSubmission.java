package dev.dealsdk.internal.http;

import dev.dealsdk.DealsException;
import dev.dealsdk.internal.http.BackgroundThreads.Alarm;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Submission;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A request with all its attempts, under way without a thread that waits: the steps of {@link HttpCall}, one by one. */
final class HttpSubmission<T extends @Nullable Object> {
    private final HttpEngine engine;
    private final VendorRequest request;
    private final CallScope scope;
    private final Results<T> results;
    private final Submission submission;
    private final Completion<? super T> completion;
    private final Repetition repetition;

    HttpSubmission(
            HttpEngine engine,
            VendorRequest request,
            CallScope scope,
            Results<T> results,
            Submission submission,
            Completion<? super T> completion) {
        this.engine = engine;
        this.request = request;
        this.scope = scope;
        this.results = results;
        this.submission = submission;
        this.completion = completion;
        this.repetition = engine.begin(request, scope, results.readBack());
    }

    /** Begins an attempt. */
    void start() {
        if (isOver()) {
            return;
        }
        try {
            Duration wait = repetition.turn();
            if (!wait.isZero()) {
                later(this::start, wait);
                return;
            }
            String atHand = engine.credentials().tokenAtHand();
            if (atHand != null) {
                send(atHand);
            } else {
                awaitToken();
            }
        } catch (TokenUnavailableException unavailable) {
            completion.failed(repetition.withoutToken(unavailable));
        } catch (RuntimeException | Error failed) {
            completion.failed(failed);
        }
    }

    private void later(Runnable step, Duration wait) {
        Alarm alarm = engine.threads().alarm(step);
        endBy(alarm);
        alarm.in(wait);
    }

    private void cancelled() {
        repetition.abandoned();
        completion.failed(new CancellationException());
    }

    /** Whether nobody waits any more, or nobody shall; the end has been told then. */
    private boolean isOver() {
        if (submission.isStopped()) {
            cancelled();
            return true;
        }
        if (engine.underWay().areEnded()) {
            completion.failed(repetition.closed());
            return true;
        }
        return false;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever goes wrong in the next step is told by it.
    private void awaitToken() {
        Duration timeout = repetition.timeout();
        Alarm limit = engine.threads()
                .alarm(() -> completion.failed(repetition.withoutToken(
                        TokenUnavailableException.unavailable("no token came in time", 0, null))));
        endBy(limit);
        limit.in(timeout);
        engine.tokens().renewed(timeout).whenComplete((token, failure) -> {
            if (limit.callOff()) {
                submission.nothingUnderWay();
                if (token != null) {
                    start(token);
                } else {
                    completion.failed(
                            failure instanceof TokenUnavailableException unavailable
                                    ? repetition.withoutToken(unavailable)
                                    : failure);
                }
            }
        });
    }

    private void start(String token) {
        if (!isOver()) {
            send(token);
        }
    }

    private void send(String token) {
        Call call = engine.exchange().open(repetition.request(), scope, repetition.begin(token), repetition.timeout());
        Round round = new Round(call, token);
        submission.underWay(call::cancel);
        Alarm limit = engine.threads().alarm(round::timeUp);
        round.limit = limit;
        limit.in(repetition.remaining());
        call.enqueue(round);
    }

    private void failed(Failure failure, String token) {
        if (submission.isStopped()) {
            cancelled();
            return;
        }
        NextStep next;
        try {
            next = repetition.after(failure, token);
        } catch (DealsException failed) {
            completion.failed(failed);
            return;
        }
        follow(next);
    }

    private void follow(NextStep next) {
        Runnable step = switch (next.kind()) {
            case SEND -> this::start;
            case LOOK -> this::look;
            case DONE -> () -> completion.succeeded(results.whenGone().get());
        };
        if (next.pause().isEmpty()) {
            step.run();
            return;
        }
        later(step, next.pause().get());
    }

    private void look() {
        if (isOver()) {
            return;
        }
        ReadBack<T> readBack = Objects.requireNonNull(results.readBack());
        readBack.read().start(submission, new Completion<T>() {
            @Override
            public void succeeded(T seen) {
                NextStep next;
                try {
                    ReadBack.Verdict verdict = readBack.verdict(seen);
                    if (verdict == ReadBack.Verdict.DONE) {
                        completion.succeeded(seen);
                        return;
                    }
                    next = repetition.looked(verdict);
                } catch (RuntimeException | Error failed) {
                    completion.failed(failed);
                    return;
                }
                follow(next);
            }

            @Override
            public void failed(Throwable failure) {
                completion.failed(failure instanceof DealsException unread ? repetition.unread(unread) : failure);
            }
        });
    }

    /** To cancel the call, until the alarm goes off, is to call it off. */
    private void endBy(Alarm alarm) {
        submission.underWay(() -> {
            if (alarm.callOff()) {
                cancelled();
            }
        });
    }

    /** One attempt: told its end by the HTTP library or, when that is too busy to begin it in time, by the timer. */
    private final class Round implements Callback {
        private final Call call;
        private final String token;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile boolean late;
        private volatile @Nullable Alarm limit;

        Round(Call call, String token) {
            this.call = call;
            this.token = token;
        }

        @Override
        public void onResponse(Call answered, Response response) {
            T value;
            try (response) {
                value = engine.exchange().receive(answered, response, request, results.decoder());
            } catch (AttemptFailedException failed) {
                end(failed.failure());
                return;
            } catch (RuntimeException | Error broken) {
                if (isFirstEnd()) {
                    repetition.abandoned();
                    completion.failed(broken);
                }
                return;
            }
            if (isFirstEnd()) {
                repetition.succeeded();
                completion.succeeded(value);
            }
        }

        @Override
        public void onFailure(Call failed, IOException fault) {
            end(engine.exchange().failure(failed, late ? new InterruptedIOException("timeout") : fault));
        }

        /** A call that stands in the library's queue gives no answer when its time is up: so this does. */
        void timeUp() {
            late = true;
            if (Exchange.giveUp(call)) {
                onFailure(call, new InterruptedIOException("timeout"));
            }
        }

        private void end(Failure failure) {
            if (isFirstEnd()) {
                failed(failure, token);
            }
        }

        private boolean isFirstEnd() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            submission.nothingUnderWay();
            Alarm running = limit;
            if (running != null) {
                running.callOff();
            }
            return true;
        }
    }
}
