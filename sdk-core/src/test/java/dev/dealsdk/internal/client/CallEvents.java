package dev.dealsdk.internal.client;

import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Lets a test wait until calls have come as far as it needs. */
final class CallEvents implements CallListener {
    private final Semaphore retries = new Semaphore(0);
    private final BlockingQueue<CallEnd> ends = new LinkedBlockingQueue<>();

    /** Waits until so many calls more are about to wait for a retry. */
    void awaitRetrying(int count) throws InterruptedException {
        retries.acquire(count);
    }

    /** Waits until one more call is over. */
    CallEnd awaitEnd() throws InterruptedException {
        return ends.take();
    }

    @Override
    public CallObserver callStarted(CallStart call) {
        return new CallObserver() {
            @Override
            public void retrying(CallRetry retry) {
                retries.release();
            }

            @Override
            public void finished(CallEnd end) {
                ends.add(end);
            }
        };
    }
}
