package dev.dealsdk.cli;

import dev.dealsdk.Operation;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is left to do when Ctrl-C ends the process: to say what is known of a write, to stop what runs, to tidy the terminal. */
final class Interruption {
    private final CopyOnWriteArrayList<AutoCloseable> running = new CopyOnWriteArrayList<>();
    private final Diagnostics diagnostics;
    private final Progress progress;
    private volatile @Nullable Operation write;

    Interruption(Diagnostics diagnostics, Progress progress) {
        this.diagnostics = diagnostics;
        this.progress = progress;
    }

    /** From now on. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "deals-stop"));
    }

    <T> T during(Operation operation, Supplier<T> call) {
        write = operation;
        try {
            return call.get();
        } finally {
            write = null;
        }
    }

    /** Closes something that runs until the process is ended. */
    void closeAtEnd(AutoCloseable running) {
        this.running.add(running);
    }

    private void stop() {
        progress.clear();
        Optional.ofNullable(write)
                .ifPresent(operation -> diagnostics.error(
                        "InterruptedException",
                        "stopped during " + operation.key()
                                + " (it may have been applied: look before sending it again)"));
        for (AutoCloseable one : running) {
            try {
                one.close();
            } catch (Exception leftBehind) {
                diagnostics.say("not closed: " + leftBehind.getMessage());
            }
        }
    }
}
