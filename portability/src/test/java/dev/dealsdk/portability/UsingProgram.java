package dev.dealsdk.portability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that shares its usage file with others. */
final class UsingProgram {
    private UsingProgram() {}

    /** Records one move for each of so many runs. */
    public static void main(String[] args) {
        for (int run = 0; run < Integer.parseInt(args[1]); run++) {
            UsageFileRecorder recorder = new UsageFileRecorder(Duration.ofHours(1), Duration.ofSeconds(60));
            recorder.used(Path.of(args[0]), List.of("operation.move"));
            recorder.close();
        }
    }
}
