package dev.dealsdk.transfer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** So many threads that deal with deals; no more are waiting than are at work. What breaks one of them ends the work of all. */
final class Crew {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService threads;
    private final Semaphore places;
    private final Tally tally;
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    Crew(int size, Tally tally) {
        this.tally = tally;
        this.places = new Semaphore(2 * size);
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "deals-transfer-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Hands over a task; whether it will be done. An interrupt stops the work. */
    boolean submit(Runnable task) {
        if (tally.isStopped()) {
            return false;
        }
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            tally.stop("interrupted");
            return false;
        }
        threads.execute(() -> {
            try {
                if (!tally.isStopped()) {
                    task.run();
                }
            } catch (RuntimeException broken) {
                fault.compareAndSet(null, broken);
                tally.stop(String.valueOf(broken.getMessage()));
            } finally {
                places.release();
            }
        });
        return true;
    }

    /** Waits for all tasks, also when it is interrupted: what was sent has a result. Throws what broke one. */
    void end() {
        threads.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException stopped) {
                interrupted = true;
                tally.stop("interrupted");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException broken = fault.get();
        if (broken != null) {
            throw broken;
        }
    }
}
