package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script beside the jar, and the archive of classes that it makes. */
class LauncherIT {
    private static final long LONGEST = 120;

    @TempDir
    Path folder;

    private Path program = Path.of("");

    @BeforeEach
    void install() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("cli.jar"), "the build says where the jar is"));
        program = Files.createDirectory(folder.resolve("a folder"));
        Files.copy(jar, program.resolve("deals.jar"));
        Files.copy(jar.resolveSibling("deals"), program.resolve("deals"));
    }

    @Test
    void firstUse_makesAnArchiveThatTheNextOnesTake() throws Exception {
        Run first = run(program.resolve("deals"), "--version");
        Path archive = awaitArchive(program);
        long made = Files.getLastModifiedTime(archive).toMillis();
        Run next = run(program.resolve("deals"), "--version");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).startsWith("deals ");
        assertThat(next).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(archive).toMillis()).isEqualTo(made);
        assertThat(files(program))
                .containsExactlyInAnyOrder(
                        "deals", "deals.jar", archive.getFileName().toString());
    }

    @Test
    void archive_thatIsBroken_isNotInTheWay() throws Exception {
        Run first = run(program.resolve("deals"), "--version");
        Files.writeString(awaitArchive(program), "no archive at all");

        assertThat(run(program.resolve("deals"), "--version")).isEqualTo(first);
        assertThat(run(program.resolve("deals"), "lsit").exitCode()).isEqualTo(2);
    }

    @Test
    void twoAtOnce_makeOneArchive() throws Exception {
        Process one = start(program.resolve("deals"), "--version");
        Process other = start(program.resolve("deals"), "--version");

        assertThat(end(one)).isEqualTo(end(other));
        Path archive = awaitArchive(program);
        assertThat(files(program))
                .containsExactlyInAnyOrder(
                        "deals", "deals.jar", archive.getFileName().toString());
    }

    @Test
    void folderThatMayNotBeWritten_hasItsArchiveInTheCache() throws Exception {
        assertThat(program.toFile().setWritable(false)).isTrue();
        try {
            // Not for those to whom everything is allowed.
            assumeThat(Files.isWritable(program)).isFalse();

            assertThat(run(program.resolve("deals"), "--version").exitCode()).isZero();
            assertThat(awaitArchive(Files.createDirectories(cache().resolve("deals"))))
                    .exists();
        } finally {
            assertThat(program.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void linkFromThePath_findsTheJar() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("on-the-path"), Path.of("a folder", "deals"));

        assertThat(run(link, "--version").out()).startsWith("deals ");
    }

    @Test
    void noJava_isToldInOneLine() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("ls", "cksum", "tr")) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder process = process(program.resolve("deals"), "--version");
        process.environment().putAll(Map.of("PATH", tools.toString(), "JAVA_HOME", ""));

        Run run = end(process.start());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("deals: Java not found").hasLineCount(1);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private ProcessBuilder process(Path script, String... args) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("DEALS_") || name.startsWith("JAVA_TOOL"));
        process.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        process.environment().put("XDG_CACHE_HOME", cache().toString());
        return process;
    }

    private Process start(Path script, String... args) throws IOException {
        return process(script, args).start();
    }

    private Run run(Path script, String... args) throws Exception {
        return end(start(script, args));
    }

    private static Run end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    /** Waits until the archive is there, and its maker is gone. */
    private static Path awaitArchive(Path where) throws Exception {
        try (WatchService changes = where.getFileSystem().newWatchService()) {
            where.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            while (true) {
                List<String> names = files(where);
                boolean done = names.stream().noneMatch(name -> name.endsWith(".lock"));
                List<String> archives =
                        names.stream().filter(name -> name.endsWith(".jsa")).toList();
                if (done && !archives.isEmpty()) {
                    assertThat(archives).hasSize(1);
                    return where.resolve(archives.get(0));
                }
                WatchKey change = changes.poll(LONGEST, TimeUnit.SECONDS);
                assertThat(change).as("an archive beside " + names).isNotNull();
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
