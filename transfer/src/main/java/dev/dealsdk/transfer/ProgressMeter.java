package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Optional;

/** Counts deals and reports the progress to the listener at intervals, from one thread at a time. */
final class ProgressMeter {
    private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final TransferListener listener;
    private String phase;
    private long began = System.nanoTime();
    private long told = began;
    private long done;
    private long failed;
    private long unknown;
    private Optional<Long> total = Optional.empty();

    ProgressMeter(TransferListener listener, String phase) {
        this.listener = listener;
        this.phase = phase;
    }

    synchronized void phase(String next) {
        phase = next;
        began = System.nanoTime();
        done = 0;
        total = Optional.empty();
    }

    synchronized void done(Optional<Long> ofAll) {
        done++;
        total = ofAll;
        if (System.nanoTime() - told >= EVERY_NANOS) {
            tell();
        }
    }

    synchronized void failed() {
        failed++;
    }

    synchronized void unknown() {
        unknown++;
    }

    synchronized void tell() {
        told = System.nanoTime();
        double seconds = Math.max(1e-3, (told - began) / 1e9);
        double rate = done / seconds;
        Optional<Duration> remaining = rate == 0
                ? Optional.empty()
                : total.map(all -> Duration.ofMillis((long) (Math.max(0, all - done) / rate * 1000)));
        listener.progress(new TransferListener.Progress(phase, done, total, failed, unknown, rate, remaining));
    }
}
