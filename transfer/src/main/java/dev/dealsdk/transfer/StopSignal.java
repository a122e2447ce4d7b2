package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to stop, and the clock that waits use. Replaces interrupts, which would close the file of the store.
 */
class StopSignal {
    private final CountDownLatch stopped = new CountDownLatch(1);

    final void stop() {
        stopped.countDown();
    }

    final boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** The current time, as of {@link System#nanoTime}. */
    long nanoTime() {
        return System.nanoTime();
    }

    /** Sleeps; returns false if stopped meanwhile. */
    boolean sleep(Duration time) {
        try {
            return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ofNobody) {
            stop();
            return false;
        }
    }
}
