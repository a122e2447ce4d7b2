package dev.dealsdk.transfer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pool of worker threads. At most {@code size} tasks run at once, while many more may wait for the disk, so that their
 * records share one write. An exception of one task stops all others.
 */
final class Crew implements AutoCloseable {
    /** A disk sync takes as long as many requests to a nearby vendor; a deal in flight takes a few KB of memory. */
    private static final int IN_FLIGHT_EACH = 16;

    private static final int MOST_IN_FLIGHT = 128;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService threads;
    private final int allPlaces;
    private final Semaphore places;
    private final Semaphore atWork;
    private final Tally tally;
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    Crew(int size, Tally tally) {
        this.tally = tally;
        int inFlight = Math.min(IN_FLIGHT_EACH * size, MOST_IN_FLIGHT);
        this.atWork = new Semaphore(size);
        this.allPlaces = inFlight + size;
        this.places = new Semaphore(allPlaces);
        this.threads = Executors.newFixedThreadPool(inFlight, task -> {
            Thread thread = new Member(task, atWork);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Submits a task; returns whether it was accepted. */
    boolean submit(Runnable task) {
        if (tally.isStopped()) {
            return false;
        }
        places.acquireUninterruptibly();
        threads.execute(() -> {
            atWork.acquireUninterruptibly();
            try {
                if (!tally.isStopped()) {
                    task.run();
                }
            } catch (RuntimeException broken) {
                fault.compareAndSet(null, broken);
                tally.stop(String.valueOf(broken.getMessage()));
            } finally {
                atWork.release();
                places.release();
            }
        });
        return true;
    }

    /** Waits for something; if called by a worker, another task runs meanwhile. */
    static void aside(Runnable wait) {
        if (!(Thread.currentThread() instanceof Member member) || member.isAside) {
            wait.run();
            return;
        }
        member.isAside = true;
        member.atWork.release();
        try {
            wait.run();
        } finally {
            member.atWork.acquireUninterruptibly();
            member.isAside = false;
        }
    }

    /** Waits for all tasks, and throws the exception of a task that failed. */
    void await() {
        places.acquireUninterruptibly(allPlaces);
        places.release(allPlaces);
        RuntimeException broken = fault.get();
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** A worker thread. */
    private static final class Member extends Thread {
        private final Semaphore atWork;
        private boolean isAside;

        private Member(Runnable tasks, Semaphore atWork) {
            super(tasks, "deals-transfer-" + NUMBER.incrementAndGet());
            this.atWork = atWork;
        }
    }
}
