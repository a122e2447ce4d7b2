package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.internal.config.TokenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a call that nobody waits for may do without looking at the file. */
final class FileTokenTest {
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path directory;

    private FileToken token;

    @BeforeEach
    void write() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "t1");
        token = new FileToken(new TokenFile(file), nanos::get);
    }

    @Test
    void tokenAtHand_fileNeverRead_isNone() {
        assertThat(token.tokenAtHand()).isNull();
    }

    @Test
    void tokenAtHand_fileReadWithinASecond_isThatToken() {
        token.token(Duration.ZERO);
        nanos.addAndGet(Duration.ofMillis(999).toNanos());

        assertThat(token.tokenAtHand()).isEqualTo("t1");
    }

    @Test
    void tokenAtHand_fileReadLongAgo_isNone() {
        token.token(Duration.ZERO);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(token.tokenAtHand()).isNull();
    }

    @Test
    void tokenAtHand_refusedMeanwhile_isNone() {
        token.token(Duration.ZERO);

        assertThat(token.refused("t1")).as("the file has no other one").isFalse();
        assertThat(token.tokenAtHand()).isNull();
    }
}
