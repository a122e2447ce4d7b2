package dev.dealsdk.verify.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What a call allocates in its own thread once it is compiled: the least of many rounds. */
final class AllocatedBytes {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int CALLS = 50;
    private static final int ROUNDS_WITHOUT_GAIN = 30;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private AllocatedBytes() {}

    static long of(Runnable call) {
        long end = System.nanoTime() + LONGEST_NANOS;
        long least = Long.MAX_VALUE;
        int withoutGain = 0;
        while (withoutGain < ROUNDS_WITHOUT_GAIN && System.nanoTime() < end) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
            withoutGain = bytes < least - least / 200 ? 0 : withoutGain + 1;
            least = Math.min(least, bytes);
        }
        return least;
    }
}
