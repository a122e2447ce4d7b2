package dev.dealsdk.internal.call;

import dev.dealsdk.DealField;
import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the observers of one call, and adds up for its end what came before. Used by one thread at a time. */
public final class CallMonitor implements CallObserver {
    private final List<Heard> observers;
    private final long startNanos = System.nanoTime();
    private int attempts;
    private Duration retryWait = Duration.ZERO;
    private Duration quotaWait = Duration.ZERO;

    /**
     * One observer.
     *
     * @param trouble told what it throws
     */
    record Heard(CallObserver observer, Consumer<Throwable> trouble) {}

    CallMonitor(List<Heard> observers) {
        this.observers = observers;
    }

    /** Whether anybody is told anything. */
    public boolean isHeard() {
        return !observers.isEmpty();
    }

    @Override
    public void attempted(CallAttempt attempt) {
        if (isHeard()) {
            attempts++;
            tell(observer -> observer.attempted(attempt));
        }
    }

    @Override
    public void retrying(CallRetry retry) {
        if (isHeard()) {
            retryWait = retryWait.plus(retry.delay());
            tell(observer -> observer.retrying(retry));
        }
    }

    @Override
    public void waitingForQuota(Duration wait) {
        if (isHeard()) {
            quotaWait = quotaWait.plus(wait);
            tell(observer -> observer.waitingForQuota(wait));
        }
    }

    @Override
    public void dropped(DealField field) {
        if (isHeard()) {
            tell(observer -> observer.dropped(field));
        }
    }

    @Override
    public void filtered(int read, int given) {
        if (isHeard()) {
            tell(observer -> observer.filtered(read, given));
        }
    }

    /** The call has ended: with this failure or, without one, with success. */
    public void end(@Nullable Throwable failure) {
        if (!isHeard()) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        CallEnd end = new CallEnd(Optional.ofNullable(failure), attempts, duration, retryWait, quotaWait);
        tell(observer -> observer.finished(end));
    }

    private void tell(Consumer<CallObserver> news) {
        for (Heard heard : observers) {
            try {
                news.accept(heard.observer());
            } catch (Throwable thrown) {
                heard.trouble().accept(thrown);
            }
        }
    }
}
