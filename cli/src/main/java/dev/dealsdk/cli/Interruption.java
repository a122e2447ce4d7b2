package dev.dealsdk.cli;

import dev.dealsdk.VendorCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Handles Ctrl-C: reports what is known of a write in progress, closes running resources and clears the progress line. */
final class Interruption {
    private final CopyOnWriteArrayList<AutoCloseable> running = new CopyOnWriteArrayList<>();
    private final Diagnostics diagnostics;
    private final Progress progress;
    private volatile @Nullable VendorCall write;

    Interruption(Diagnostics diagnostics, Progress progress) {
        this.diagnostics = diagnostics;
        this.progress = progress;
    }

    /** Installs the handler. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "deals-stop"));
    }

    /** Records what is known of the write in progress, until {@link #told}. */
    void write(VendorCall known) {
        write = known;
    }

    /** The write was reported. */
    void told() {
        write = null;
    }

    /** Registers a resource to close at the end of the process. */
    void closeAtEnd(AutoCloseable running) {
        this.running.add(running);
    }

    private void end() {
        // The exit code of a signal would suggest that nothing was written; only halt can replace it.
        stop().ifPresent(Runtime.getRuntime()::halt);
    }

    /** Reports a write in progress and returns the exit code for it; empty if there is none. */
    OptionalInt stop() {
        progress.clear();
        OptionalInt exitCode = Optional.ofNullable(write)
                .map(known -> OptionalInt.of(diagnostics.report(UntoldWriteException.stopped(known))))
                .orElse(OptionalInt.empty());
        for (AutoCloseable one : running) {
            try {
                one.close();
            } catch (Exception leftBehind) {
                diagnostics.say("could not be closed: " + leftBehind.getMessage());
            }
        }
        return exitCode;
    }
}
