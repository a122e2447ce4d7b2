package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dealsdk.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenFileTest {
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path path;
    private TokenFile file;

    @BeforeEach
    void start() {
        path = directory.resolve("token");
        file = new TokenFile(path, warnings::add);
    }

    @Test
    void read_lineBreakAround_isDropped() throws IOException {
        write(" abc\r\n", "rw-------");

        assertThat(file.read()).isEqualTo("abc");
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFabc\r\n", "abc\n\n", "abc"})
    void read_asEditorsSaveIt_isTheToken(String content) throws IOException {
        write(content, "rw-------");

        assertThat(file.read()).isEqualTo("abc");
    }

    @Test
    void read_utf16_isNamedAsSuch() throws IOException {
        Files.write(path, "s3cr3t".getBytes(StandardCharsets.UTF_16LE));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(file::read)
                .withMessageContaining("deals.token-file: is UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"s3cr3t\"\n", "s3cr3t # mine", "s3cr3t\n# mine"})
    void read_quotesAndComments_areTold(String content) throws IOException {
        write(content, "rw-------");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(file::read)
                .satisfies(thrown -> assertThat(thrown.getMessage())
                        .containsAnyOf("is in quotes", "contains a comment")
                        .doesNotContain("s3cr3t"));
    }

    @Test
    @Timeout(20)
    void read_pipe_isReadOnce() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0);
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(path, "abc\n");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
        writer.start();

        assertThat(file.read()).isEqualTo("abc");
        writer.join();
        assertThat(file.read()).as("nobody writes any more").isEqualTo("abc");
    }

    @Test
    void read_sizeChanged_readsAgain() throws IOException {
        write("abc", "rw-------");
        file.read();
        FileTime modified = Files.getLastModifiedTime(path);

        write("longer", "rw-------");
        Files.setLastModifiedTime(path, modified);

        assertThat(file.read()).isEqualTo("longer");
    }

    @Test
    void read_timeChanged_readsAgain() throws IOException {
        write("abc", "rw-------");
        file.read();

        write("xyz", "rw-------");
        Files.setLastModifiedTime(path, FileTime.fromMillis(1));

        assertThat(file.read()).isEqualTo("xyz");
    }

    @Test
    void read_fileGone_keepsLastTokenAndWarnsOnce() throws IOException {
        write("abc", "rw-------");
        file.read();

        Files.delete(path);

        assertThat(file.read()).isEqualTo("abc");
        assertThat(file.read()).isEqualTo("abc");
        assertThat(warnings)
                .containsExactly(
                        "token file " + path + " there is no such file; the last token read from it stays in use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t\nsecond"})
    void read_laterUnusable_keepsLastTokenUntilItRecovers(String unusable) throws IOException {
        write("abc", "rw-------");
        file.read();

        write(unusable, "rw-------");
        assertThat(file.read()).isEqualTo("abc");
        assertThat(warnings).hasSize(1).noneMatch(line -> line.contains("s3cr3t"));

        write("fresh1", "rw-------");
        assertThat(file.read()).isEqualTo("fresh1");
        Files.delete(path);
        assertThat(file.read()).isEqualTo("fresh1");
        assertThat(warnings).as("the next outage is told again").hasSize(2);
    }

    @Test
    void read_neverThere_namesPathAndReason() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(file::read)
                .satisfies(
                        thrown -> assertThat(thrown.problems())
                                .containsExactly(
                                        "token file " + path
                                                + ": deals.token-file: there is no such file; write the path of a file with the token alone"));
    }

    @Test
    void read_directory_namesPathAndReason() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new TokenFile(directory).read())
                .withMessageContaining(directory + ": deals.token-file: is a directory; write the path of a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\nsecond", "s3cr3té", "Bearer s3cr3t"})
    void read_forbiddenCharacters_isRefusedWithoutThem(String content) throws IOException {
        write(content, "rw-------");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(file::read)
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("s3cr3t"));
    }

    @Test
    void read_hugeFile_isRefused() throws IOException {
        write("x".repeat(70_000), "rw-------");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(file::read)
                .withMessageContaining("is too long for a token");
    }

    @Test
    void read_readableByAll_warnsOnce() throws IOException {
        write("abc", "rw-r--r--");
        file.read();

        write("longer", "rw-r--r--");
        file.read();

        assertThat(warnings).containsExactly("token file " + path + " can be read by every user of this computer");
    }

    private void write(String content, String permissions) throws IOException {
        assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.writeString(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
