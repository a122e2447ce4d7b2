package dev.dealsdk.portability;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.VendorCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts of requirements as a properties file in UTF-8, sorted by key. */
final class UsageFile {
    private static final String HEADER = "# What a program uses of its vendor, and how often: names only, no values.\n";

    private static final int MAX_BYTES = 4 << 20;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** File locks belong to the process and do not exclude its own threads. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private UsageFile() {}

    /**
     * Reads the counts by requirement.
     *
     * @throws ConfigurationException if the file cannot be read, or contains something other than requirements; lists
     *     all problems
     */
    static SortedMap<Requirement, Long> read(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (NoSuchFileException absent) {
            throw fault(file, "there is no such file; let the program write it by deals.usage-file", absent);
        } catch (CharacterCodingException notUtf8) {
            throw fault(file, "is not UTF-8; save the file as UTF-8", notUtf8);
        } catch (IllegalArgumentException escape) {
            throw fault(file, "holds a \\u without four hexadecimal digits; write \\\\ for a backslash", escape);
        } catch (IOException unreadable) {
            throw fault(file, "cannot be read; write the path of a usage file", unreadable);
        }
        return counts(file, properties);
    }

    private static String text(Path file) throws IOException {
        requireRegular(file);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw fault(file, "is larger than 4 MiB, and so no usage file; write the path of another file", null);
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Refuses pipes, which would block, and devices, which have no end. */
    private static void requireRegular(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw fault(file, "is no regular file; write the path of a usage file", null);
        }
    }

    private static SortedMap<Requirement, Long> counts(Path file, Properties properties) {
        SortedMap<Requirement, Long> counts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String text = properties.getProperty(key, "").strip();
            if (!text.matches("[0-9]{1,18}")) {
                faults.add(file + ": " + shown(key) + ": is not a count; write a whole number");
                continue;
            }
            Requirement.parse(key)
                    .ifPresentOrElse(
                            requirement -> counts.put(requirement, Long.parseLong(text)),
                            () -> faults.add(file + ": " + shown(key)
                                    + ": is no requirement; write for example operation.move, field.create.value or"
                                    + " stage.qualification"));
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return counts;
    }

    /**
     * Adds the counts to the file that are new since the last write.
     *
     * @param now all counts of the caller
     * @param written the counts that are already in the file
     * @param wait how long to wait for the lock of the file
     * @throws ConfigurationException if the file has other content, or is not a regular file
     * @throws IOException if the file cannot be written, or its lock is held for too long
     */
    static void add(Path file, Map<Requirement, Long> now, Map<Requirement, Long> written, Duration wait)
            throws IOException {
        requireRegular(file);
        // Through a link, the file it leads to is replaced, and not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        long deadline = System.nanoTime() + wait.toNanos();
        if (!lockInThisProcess(wait)) {
            throw new IOException("another client of this program is writing it");
        }
        try (FileChannel channel = openLock(target);
                FileLock lock = lock(channel, deadline)) {
            if (lock.isValid()) {
                replace(target, merged(target, now, written));
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static boolean lockInThisProcess(Duration wait) {
        try {
            return IN_THIS_PROCESS.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static FileChannel openLock(Path target) throws IOException {
        Path name = target.resolveSibling("." + target.getFileName() + ".lock");
        if (Files.exists(name, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(name + " is no regular file");
        }
        return FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Polls for the lock, because the JDK has no way to wait for a lock with a timeout. */
    private static FileLock lock(FileChannel channel, long deadline) throws IOException {
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new IOException("another process holds its lock");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException anotherCopyOfThisClass) {
            return null;
        }
    }

    /** Writes every name of the caller each time, so that a name that was removed from the file is added again. */
    private static Map<Requirement, Long> merged(
            Path target, Map<Requirement, Long> now, Map<Requirement, Long> written) {
        SortedMap<Requirement, Long> sum = Files.exists(target) ? read(target) : new TreeMap<>();
        now.forEach((requirement, count) -> {
            long fresh = count - written.getOrDefault(requirement, 0L);
            sum.put(requirement, Math.max(sum.getOrDefault(requirement, 0L) + fresh, count));
        });
        return sum;
    }

    /** Replaces the file with a complete new one. */
    private static void replace(Path target, Map<Requirement, Long> counts) throws IOException {
        byte[] bytes = text(counts).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it would be larger than 4 MiB");
        }
        Path part = Files.createTempFile(target.getParent(), ".usage", ".part");
        try {
            Files.write(part, bytes);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException byParts) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
    }

    private static String text(Map<Requirement, Long> counts) throws IOException {
        Properties properties = new Properties();
        counts.forEach((requirement, count) -> properties.setProperty(requirement.toString(), count.toString()));
        StringWriter written = new StringWriter();
        properties.store(written, null);
        StringBuilder sorted = new StringBuilder(HEADER);
        // The JDK begins with the time of writing, which would make each file another one.
        written.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .forEach(line -> sorted.append(line).append('\n'));
        return sorted.toString();
    }

    private static String shown(String key) {
        return key.replaceAll("\\p{Cntrl}", "?");
    }

    private static ConfigurationException fault(Path file, String problem, @Nullable Exception cause) {
        return new ConfigurationException(
                List.of(file + ": " + problem), VendorCall.builder().build(), cause);
    }
}
