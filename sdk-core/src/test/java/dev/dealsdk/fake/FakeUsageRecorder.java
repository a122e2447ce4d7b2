package dev.dealsdk.fake;

import dev.dealsdk.spi.UsageRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends each name to the file at once. */
public final class FakeUsageRecorder implements UsageRecorder {

    @Override
    public void used(Path usageFile, List<String> names) {
        try {
            Files.write(usageFile, names, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
