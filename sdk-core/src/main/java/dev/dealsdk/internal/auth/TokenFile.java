package dev.dealsdk.internal.auth;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.config.ConfigKey;
import dev.dealsdk.internal.value.TextFile;
import dev.dealsdk.internal.value.ValueFault;
import dev.dealsdk.internal.value.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bearer token that something else keeps up to date in a file, such as a mounted secret. The file is looked at for each
 * request and read when it has changed. A change that cannot be used leaves the last good token in force: the writer may
 * be halfway. A pipe gives its token once, and is not read again. Thread-safe.
 */
public final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    /** No token is that long; a path that is wrong may lead to any kind of file. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final String WRITE = "write the path of a file with the token alone";

    private final Path path;
    private final Consumer<String> warning;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Stamp stamp;
    private @Nullable String token;
    private boolean failing;
    private boolean checkedPermissions;

    /** That of a configuration, if it names one; what is to be told of it has the connection's name. */
    public static Optional<TokenFile> of(DealsConfig config) {
        String start =
                config.connectionName().map(name -> "connection " + name + ": ").orElse("");
        return config.tokenFile().map(path -> new TokenFile(path, text -> LOG.warn("{}{}", start, text)));
    }

    public TokenFile(Path path) {
        this(path, LOG::warn);
    }

    TokenFile(Path path, Consumer<String> warning) {
        this.path = path;
        this.warning = warning;
    }

    /** What tells one state of the file from the next; a file put in its place has another key on most systems. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key, boolean isRegular) {
        static Stamp of(Path path) throws IOException {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                throw new ValueFault("is a directory; " + WRITE);
            }
            return new Stamp(file.lastModifiedTime(), file.size(), file.fileKey(), file.isRegularFile());
        }
    }

    /**
     * The token as it is now.
     *
     * @throws ConfigurationException if the file holds no token that can be used, and never did
     */
    public String read() {
        // No monitor: reading may take long, and on some JDKs a monitor keeps the thread under a virtual one.
        reading.lock();
        try {
            return latest();
        } finally {
            reading.unlock();
        }
    }

    private String latest() {
        String last = token;
        if (last != null && stamp != null && !stamp.isRegular()) {
            return last;
        }
        try {
            // Before reading: a change in between is then seen the next time.
            Stamp now = Stamp.of(path);
            if (last != null && now.equals(stamp)) {
                return last;
            }
            String fresh = content();
            token = fresh;
            stamp = now;
            failing = false;
            warnIfReadableByAll();
            return fresh;
        } catch (IOException unreadable) {
            String reason = TextFile.reason(unreadable);
            return lastGood(last, last == null ? reason + "; " + WRITE : reason);
        } catch (ValueFault fault) {
            return lastGood(last, fault.problem());
        }
    }

    private String content() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ValueFault("is too long for a token; " + WRITE);
            }
            TextFile file = TextFile.of(bytes);
            if (file.malformedLine() > 0) {
                throw new ValueFault(TextFile.NOT_UTF_8);
            }
            String text = file.text().strip();
            if (text.isEmpty()) {
                throw new ValueFault("is empty; write the token into it");
            }
            ValueKind.TOKEN.check(text);
            return text;
        }
    }

    private String lastGood(@Nullable String last, String reason) {
        if (last == null) {
            String key = ConfigKey.TOKEN_FILE.key();
            throw new ConfigurationException(List.of("token file " + path + ": " + key + ": " + reason));
        }
        if (!failing) {
            failing = true;
            warning.accept("token file " + path + " " + reason + "; the last token read from it stays in use");
        }
        return last;
    }

    private void warnIfReadableByAll() throws IOException {
        if (checkedPermissions) {
            return;
        }
        checkedPermissions = true;
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            warning.accept("token file " + path + " can be read by every user of this computer");
        }
    }
}
