package dev.dealsdk.spi;

import java.util.concurrent.atomic.AtomicReference;

/** The way to end a {@link Call} that no thread waits for. Thread-safe. */
public final class Submission {
    private final AtomicReference<Runnable> step = new AtomicReference<>(State.IDLE);

    Submission() {}

    /**
     * Notes how to end what is under way now, in place of what was noted before. Runs it at once if the call has been ended
     * already.
     *
     * @param end must return soon, and do no harm when there is nothing left to end
     */
    public void underWay(Runnable end) {
        Runnable before = step.get();
        while (before != State.STOPPED && !step.compareAndSet(before, end)) {
            before = step.get();
        }
        if (before == State.STOPPED) {
            end.run();
        }
    }

    /** Notes that there is nothing to end at the moment. */
    public void nothingUnderWay() {
        underWay(State.IDLE);
    }

    /** {@return whether nobody waits for the result any more} */
    public boolean isStopped() {
        return step.get() == State.STOPPED;
    }

    void stop() {
        step.getAndSet(State.STOPPED).run();
    }

    /** What stands in the place of a step when there is none. */
    private enum State implements Runnable {
        IDLE,
        STOPPED;

        @Override
        public void run() {
            // There is nothing to end.
        }
    }
}
