package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UsageFileRecorderTest {
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final List<String> MOVE = List.of("operation.move");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameAFile() {
        file = directory.resolve("usage.properties");
    }

    @Test
    void used_nobodyCloses_isWrittenSoonAllTheSame() throws Exception {
        try (WatchService watch = directory.getFileSystem().newWatchService();
                UsageFileRecorder recorder = new UsageFileRecorder(Duration.ofMillis(1), LATER)) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);

            recorder.used(file, MOVE);

            WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
            assertThat(changed).as("a file was written").isNotNull();
        }
    }

    @Test
    void close_calls_areCountedInTheFile() {
        try (StoraSimulator vendor = StoraSimulator.start()) {
            String id = vendor.addDeal(Map.of("name", "Unit 7"));
            Map<String, String> settings = new HashMap<>(vendor.config());
            settings.put("deals.usage-file", file.toString());

            try (DealsClient deals = DealsClient.connect(DealsConfig.from(settings))) {
                deals.get(id);
                deals.get(id);
            }
        }

        assertThat(Requirements.load(file)).hasToString("operation.get=2\n");
    }

    @Test
    void close_manyThreads_allAreCounted() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(8);
        try (UsageFileRecorder recorder = new UsageFileRecorder(Duration.ofMillis(1), LATER)) {
            List<Future<?>> threads = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        together.countDown();
                        together.await();
                        for (int i = 0; i < 250; i++) {
                            recorder.used(file, MOVE);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> thread : threads) {
                thread.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(Requirements.load(file)).hasToString("operation.move=2000\n");
    }

    @Test
    void close_twoRecordersOfOneFile_addUp() {
        UsageFileRecorder one = recorder();
        UsageFileRecorder other = recorder();
        one.used(file, MOVE);
        one.close();
        other.used(file, MOVE);
        other.close();
        one.used(file, MOVE);
        one.close();
        one.close();

        assertThat(Requirements.load(file)).hasToString("operation.move=3\n");
    }

    @Test
    void close_threeProcesses_loseNoCount() throws Exception {
        int runs = 60;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(),
                            "-XX:TieredStopAtLevel=1",
                            UsingProgram.class.getName(),
                            file.toString(),
                            String.valueOf(runs))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(Requirements.load(file)).hasToString("operation.move=" + 3 * runs + "\n");
    }

    /** What the tests run with; as a module, the SDK is on the module path. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "classes").toAbsolutePath().toString(),
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
    }

    @Test
    void close_fileDroppedMeanwhile_isWrittenWhole() throws Exception {
        UsageFileRecorder recorder = recorder();
        recorder.used(file, List.of("stage.In Talks: \u00e9"));
        recorder.close();
        Files.delete(file);
        recorder.used(file, MOVE);
        recorder.close();

        assertThat(Requirements.load(file)).hasToString("operation.move=1\nstage.In Talks: \u00e9=1\n");
    }

    @Test
    void close_fileOfAnEarlierRun_isAddedTo() throws IOException {
        Files.writeString(file, "operation.get=40\nstage.In\\ Talks=2\n");

        UsageFileRecorder recorder = recorder();
        recorder.used(file, List.of("operation.get"));
        recorder.used(file, List.of("operation.get"));
        recorder.close();

        assertThat(Requirements.load(file)).hasToString("operation.get=42\nstage.In Talks=2\n");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, directory.resolve(".usage.properties.lock"));
        }
    }

    @Test
    void close_linkToTheFile_staysALink() throws IOException {
        Path real = Files.createDirectory(directory.resolve("shared")).resolve("usage.properties");
        Files.writeString(real, "operation.move=1\n");
        Files.createSymbolicLink(file, real);

        UsageFileRecorder recorder = recorder();
        recorder.used(file, MOVE);
        recorder.close();

        assertThat(file).isSymbolicLink();
        assertThat(Requirements.load(real)).hasToString("operation.move=2\n");
    }

    @Test
    void close_fileThatIsNoUsageFile_isLeftAsItIs() throws IOException {
        Files.writeString(file, "deals.token=t\n");

        UsageFileRecorder recorder = recorder();
        recorder.used(file, MOVE);
        recorder.close();

        assertThat(file).hasContent("deals.token=t\n");
    }

    @Test
    void close_hugeFile_isLeftAsItIs() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(5L << 30);
        }

        UsageFileRecorder recorder = recorder();
        recorder.used(file, MOVE);
        recorder.close();

        assertThat(file).hasSize(5L << 30);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Requirements.load(file))
                .withMessageContaining("is larger than 4 MiB");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void close_pipe_isRefusedWithOneWarning() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        String log = logOf(() -> {
            UsageFileRecorder recorder = recorder();
            recorder.used(file, MOVE);
            recorder.close();
            recorder.used(file, MOVE);
            recorder.close();
        });

        assertThat(Files.readAttributes(file, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("WARN"))
                .singleElement()
                .asString()
                .contains("The usage file " + file + " is left as it is: " + file + ": is no regular file");
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> Requirements.load(file));
    }

    @Test
    void close_directoryThatIsNotThere_throwsNothing() {
        UsageFileRecorder recorder = recorder();
        recorder.used(directory.resolve("missing/usage.properties"), MOVE);

        assertThatNoException().isThrownBy(recorder::close);
    }

    @Test
    void close_lockHeldByOthers_endsAndCountsTheNextTime() throws IOException {
        UsageFileRecorder recorder = recorder();
        recorder.used(file, MOVE);
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(".usage.properties.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();

            recorder.close();

            assertThat(file).doesNotExist();
        }
        recorder.close();

        assertThat(Requirements.load(file)).hasToString("operation.move=1\n");
    }

    @Test
    void close_interruptedThread_staysInterruptedAndLosesNothing() {
        UsageFileRecorder recorder = recorder();
        recorder.used(file, MOVE);
        Thread.currentThread().interrupt();

        recorder.close();

        assertThat(Thread.interrupted()).isTrue();
        recorder.close();
        assertThat(Requirements.load(file)).hasToString("operation.move=1\n");
    }

    @Test
    void used_namesWithoutEnd_areBounded() throws Exception {
        String log = logOf(() -> {
            UsageFileRecorder recorder = recorder();
            recorder.used(file, List.of("stage." + "x".repeat(300)));
            for (int i = 0; i < 10_000; i++) {
                recorder.used(file, List.of("stage.s" + i));
            }
            recorder.used(file, List.of("stage.s0"));
            recorder.close();
        });

        assertThat(Requirements.load(file).uses()).hasSize(4096).containsEntry(Requirement.stage("s0"), 2L);
        assertThat(log.lines()).filteredOn(line -> line.contains("WARN")).hasSize(1);
    }

    /** Writes when it is closed, and only then. */
    private static UsageFileRecorder recorder() {
        return new UsageFileRecorder(LATER, SHORT);
    }

    private static String logOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
