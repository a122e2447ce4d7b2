package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether a task shall come to its end, and the time that it waits by. In place of interrupts, which would close the file of the store.
 */
class StopSignal {
    private final CountDownLatch stopped = new CountDownLatch(1);

    final void stop() {
        stopped.countDown();
    }

    final boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** As {@link System#nanoTime}. */
    long nanoTime() {
        return System.nanoTime();
    }

    /** Whether it slept to the end. */
    boolean sleep(Duration time) {
        try {
            return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ofNobody) {
            stop();
            return false;
        }
    }
}
