package dev.dealsdk.transfer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that deal with deals. So many as the size says are at work at once; far more may wait for the disk meanwhile, so that their
 * notes share one write. What breaks one of them ends the work of all.
 */
final class Crew implements AutoCloseable {
    /** A sync takes as long as many requests to a vendor that is near; memory for a deal in flight is a few KB. */
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

    /** Hands over a task; whether it will be done. */
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

    /** Waits for something, and lets another task of the crew work meanwhile, if this is one. */
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

    /** Waits for all tasks, so that what was sent has a result. Throws what broke one. */
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

    /** A thread of a crew. */
    private static final class Member extends Thread {
        private final Semaphore atWork;
        private boolean isAside;

        private Member(Runnable tasks, Semaphore atWork) {
            super(tasks, "deals-transfer-" + NUMBER.incrementAndGet());
            this.atWork = atWork;
        }
    }
}
