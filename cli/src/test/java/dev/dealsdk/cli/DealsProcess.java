package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code java -jar deals.jar}, in a folder of its own and without the environment's settings. */
final class DealsProcess {
    private static final long LONGEST = 60;

    private final Path folder;
    private final List<String> before = new ArrayList<>();

    DealsProcess(Path folder) {
        this.folder = folder;
    }

    /** Behind another command, such as {@code env}. */
    DealsProcess behind(String... command) {
        before.addAll(List.of(command));
        return this;
    }

    Process start(String... args) {
        List<String> command = new ArrayList<>(before);
        command.addAll(command());
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.redirectError(errors().toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("DEALS_") || name.startsWith("JAVA_TOOL"));
        process.environment().put("LC_ALL", "C.UTF-8");
        try {
            return process.start();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** What starts it. */
    List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Objects.requireNonNull(System.getProperty("cli.jar"), "the build says where the jar is"));
    }

    Run run(String... args) {
        Process process = start(args);
        try {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return end(process, out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the process ends. */
    Run end(Process process, String out) {
        try {
            if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end");
            }
            return new Run(process.exitValue(), out, Files.readString(errors()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path errors() {
        return folder.resolve("stderr.txt");
    }
}
