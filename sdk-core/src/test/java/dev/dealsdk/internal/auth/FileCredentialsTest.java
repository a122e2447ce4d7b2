package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.internal.auth.Credentials.Authorization;
import dev.dealsdk.internal.config.TokenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that something else renews in a file. */
final class FileCredentialsTest {
    @TempDir
    private Path directory;

    private Path file;
    private FileCredentials credentials;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("token"), "t1");
        credentials = new FileCredentials(new TokenFile(file));
    }

    @Test
    void authorization_fileUnchanged_isTheSame() {
        Authorization first = credentials.authorization(Duration.ZERO);

        assertThat(first).isEqualTo(new Authorization("t1", "Bearer t1"));
        assertThat(credentials.authorization(Duration.ZERO)).isSameAs(first);
    }

    @Test
    void authorization_fileRenewed_isTheNewToken() throws IOException {
        Authorization unused = credentials.authorization(Duration.ZERO);
        Files.writeString(file, "t2-renewed");

        assertThat(credentials.authorization(Duration.ZERO).secret()).isEqualTo("t2-renewed");
    }

    @Test
    void refused_fileUnchanged_saysThatThereIsNoOther() {
        assertThat(credentials.refused(credentials.authorization(Duration.ZERO)))
                .isFalse();
    }

    @Test
    void refused_fileRenewedMeanwhile_saysThatThereIsAnother() throws IOException {
        Authorization old = credentials.authorization(Duration.ZERO);
        Files.writeString(file, "t2-renewed");

        assertThat(credentials.refused(old)).isTrue();
        assertThat(credentials.authorization(Duration.ZERO).secret()).isEqualTo("t2-renewed");
    }

    @Test
    void authorization_fileGone_isAConfigurationFault() throws IOException {
        Files.delete(file);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> credentials.authorization(Duration.ZERO))
                .withMessageContaining(file.toString());
    }
}
