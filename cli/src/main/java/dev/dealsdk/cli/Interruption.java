package dev.dealsdk.cli;

import dev.dealsdk.VendorCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What is left to do when Ctrl-C ends the process: to say what is known of a write, to stop what runs, to tidy the terminal. */
final class Interruption {
    private final CopyOnWriteArrayList<AutoCloseable> running = new CopyOnWriteArrayList<>();
    private final Diagnostics diagnostics;
    private final Progress progress;
    private volatile @Nullable VendorCall write;

    Interruption(Diagnostics diagnostics, Progress progress) {
        this.diagnostics = diagnostics;
        this.progress = progress;
    }

    /** From now on. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "deals-stop"));
    }

    /** Notes what is known of the write that is under way, until {@link #told}. */
    void write(VendorCall known) {
        write = known;
    }

    /** Nothing is left to say of the write. */
    void told() {
        write = null;
    }

    /** Closes something that runs until the process is ended. */
    void closeAtEnd(AutoCloseable running) {
        this.running.add(running);
    }

    private void end() {
        // The code of a signal would say that nothing was done; only a halt can put another in its place.
        stop().ifPresent(Runtime.getRuntime()::halt);
    }

    /** Tells what is known of a write; what to exit with instead if there is one. */
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
