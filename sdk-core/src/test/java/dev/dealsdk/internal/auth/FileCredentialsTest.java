package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.internal.auth.Credentials.Authorization;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.InFlightCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A token that something else renews in a file. */
final class FileCredentialsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final InFlightCalls inFlight = new InFlightCalls();
    private final AtomicLong nanos = new AtomicLong();

    private Path file;
    private FileCredentials credentials;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("token"), "t1");
        credentials = new FileCredentials(new TokenFile(file), inFlight, new CallThreads(Optional.empty()), nanos::get);
    }

    @Test
    void authorization_fileUnchanged_isTheSame() {
        Authorization first = credentials.authorization(LIMIT);

        assertThat(first).isEqualTo(new Authorization("t1", "Bearer t1"));
        assertThat(credentials.authorization(LIMIT)).isSameAs(first);
    }

    @Test
    void authorization_fileRenewed_isTheNewToken() throws IOException {
        Authorization unused = credentials.authorization(LIMIT);
        Files.writeString(file, "t2-renewed");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(credentials.authorization(LIMIT).secret()).isEqualTo("t2-renewed");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void authorization_pipeThatNobodyWritesTo_endsWithTheCall() throws Exception {
        Path pipe = pipe();
        FileCredentials blocked =
                new FileCredentials(new TokenFile(pipe), inFlight, new CallThreads(Optional.empty()), nanos::get);

        assertThatExceptionOfType(TokenUnavailableException.class)
                .isThrownBy(() -> blocked.authorization(Duration.ofMillis(50)))
                .withMessageContaining("did not give its token in time");
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(TokenUnavailableException.class)
                .isThrownBy(() -> blocked.authorization(LIMIT))
                .withMessageContaining("interrupted");
        assertThat(Thread.interrupted()).as("the flag").isTrue();
        // Lets those that read go, which would count as calls that have not ended.
        Path unused = write(pipe);
        assertThat(blocked.authorization(LIMIT).secret()).isEqualTo("t1-of-a-pipe");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void authorization_pipe_isReadOnce() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Path> written = CompletableFuture.supplyAsync(() -> write(pipe));
        FileCredentials once =
                new FileCredentials(new TokenFile(pipe), inFlight, new CallThreads(Optional.empty()), nanos::get);

        assertThat(once.authorization(LIMIT).secret()).isEqualTo("t1-of-a-pipe");
        assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(pipe);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(once.authorization(LIMIT).secret()).isEqualTo("t1-of-a-pipe");
    }

    private Path pipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static Path write(Path pipe) {
        try {
            return Files.writeString(pipe, "t1-of-a-pipe");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void refused_fileUnchanged_saysThatThereIsNoOther() {
        assertThat(credentials.refused(credentials.authorization(LIMIT))).isFalse();
    }

    @Test
    void refused_fileRenewedMeanwhile_saysThatThereIsAnother() throws IOException {
        Authorization old = credentials.authorization(LIMIT);
        Files.writeString(file, "t2-renewed");

        assertThat(credentials.refused(old)).isTrue();
        assertThat(credentials.authorization(LIMIT).secret()).isEqualTo("t2-renewed");
    }

    @Test
    void authorization_fileGone_isAConfigurationFault() throws IOException {
        Files.delete(file);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> credentials.authorization(LIMIT))
                .withMessageContaining(file.toString());
    }
}
