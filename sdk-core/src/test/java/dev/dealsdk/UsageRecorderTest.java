package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UsageRecorderTest {
    private static final Requirement MOVE = Requirement.operation(Operation.MOVE);

    @TempDir
    private Path directory;

    @Test
    void record_withoutAFile_isCounted() {
        try (UsageRecorder recorder = UsageRecorder.inMemory()) {
            recorder.record(MOVE);
            recorder.record(MOVE);

            assertThat(recorder.requirements().uses()).containsEntry(MOVE, 2L).hasSize(1);
        }
    }

    @Test
    void record_nobodyCloses_isWrittenSoonAllTheSame() throws Exception {
        try (WatchService watch = directory.getFileSystem().newWatchService();
                UsageRecorder recorder =
                        UsageRecorder.to(directory.resolve("usage.properties"), Duration.ofMillis(1))) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);

            recorder.record(MOVE);

            WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
            assertThat(changed).as("a file was written").isNotNull();
        }
    }

    @Test
    void flush_twoRecordersOfOneFile_addUp() {
        Path file = directory.resolve("usage.properties");
        try (UsageRecorder one = UsageRecorder.to(file);
                UsageRecorder other = UsageRecorder.to(file)) {
            one.record(MOVE);
            one.flush();
            other.record(MOVE);
            other.flush();
            one.record(MOVE);
            one.flush();
            one.flush();
        }

        assertThat(Requirements.load(file)).hasToString("operation.move=3\n");
    }

    @Test
    void flush_fileDroppedMeanwhile_isWrittenWhole() throws Exception {
        Path file = directory.resolve("usage.properties");
        try (UsageRecorder recorder = UsageRecorder.to(file)) {
            recorder.record(Requirement.stage("In Talks: \u00e9"));
            recorder.flush();
            Files.delete(file);
            recorder.record(MOVE);
        }

        assertThat(Requirements.load(file)).hasToString("operation.move=1\nstage.In Talks: \u00e9=1\n");
    }

    @Test
    void requirement_text_isReadBack() {
        for (String text : new String[] {
            "operation.list-stages",
            "field.create.value.currency",
            "sort.value-descending",
            "stage.a.b",
            "extra.create.x.y"
        }) {
            assertThat(Requirement.parse(text))
                    .as(text)
                    .map(Requirement::toString)
                    .contains(text);
        }
        for (String text : new String[] {
            "", "operation", "operation.", "operation.wn", "field.create", "field.move.nme", "extra.create", "stage. "
        }) {
            assertThat(Requirement.parse(text)).as(text).isEmpty();
        }
    }
}
