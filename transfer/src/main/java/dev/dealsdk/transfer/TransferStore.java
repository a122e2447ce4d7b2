package dev.dealsdk.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * The store of a transfer: one file, used by one process at a time. It contains ids, field names, fingerprints and
 * idempotency keys, but no names of people and no amounts. Thread-safe.
 */
final class TransferStore implements AutoCloseable {
    private static final String SALT = "salt";
    private static final String FORMAT = "format";
    private static final String FORMAT_OF_NOW = "2";
    /** The key for the length of the file after it was last compacted. */
    private static final String COMPACT_LENGTH = "compact-length";

    private static final long SMALL = 64 * 1024;
    /** How long unused pages are retained, in case the disk wrote them in another order. */
    private static final int RETENTION_MILLIS = 5_000;

    private static final int CACHE_MB = 4;
    private static final int ENTRIES_PER_COMMIT = 20_000;

    private final Path file;
    private final WriterLock lock;
    private final MVStore store;
    private final MVMap<String, String> about;
    private final MVMap<String, StoredDeal> deals;
    private final MVMap<String, String> sources;
    private final MVMap<String, String> earlier;
    private final MVMap<String, Integer> fieldNumbers;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Fingerprints fingerprints;
    private final AtomicLong changes = new AtomicLong();
    /** Changes that belong together share the read lock; a commit takes the write lock, so that it contains all or none of them. */
    private final ReadWriteLock together = new ReentrantReadWriteLock();

    private final Object committing = new Object();
    private long durable;

    private TransferStore(Path file, WriterLock lock, MVStore store) {
        this.file = file;
        this.lock = lock;
        this.store = store;
        about = store.openMap("about");
        requireFormat();
        deals = deals(store);
        sources = ids(store, "sources");
        earlier = ids(store, "earlier");
        fieldNumbers = store.openMap("fields");
        numbers.putAll(fieldNumbers);
        fingerprints = new Fingerprints(salt(), this::number);
    }

    /**
     * Opens the file, or creates it.
     *
     * @throws TransferException if another process uses it, or it cannot be read
     */
    static TransferStore open(Path file) {
        WriterLock lock = WriterLock.of(file);
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MB)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            try {
                return new TransferStore(file, lock, store);
            } catch (RuntimeException unreadable) {
                store.closeImmediately();
                throw unreadable;
            }
        } catch (MVStoreException | IllegalStateException unusable) {
            lock.close();
            throw unusable(file, unusable);
        } catch (TransferException refused) {
            lock.close();
            throw refused;
        }
    }

    private void requireFormat() {
        String format = about.isEmpty() ? FORMAT_OF_NOW : about.getOrDefault(FORMAT, "1");
        if (!format.equals(FORMAT_OF_NOW)) {
            throw new TransferException(
                    TransferException.Kind.STORE_UNUSABLE,
                    "the store " + file + " has format " + format + ", but this version reads format " + FORMAT_OF_NOW
                            + "; use the version that created it, or begin a new store, which finds the deals by their"
                            + " references");
        }
        if (about.isEmpty()) {
            about.put(FORMAT, FORMAT_OF_NOW);
        }
    }

    private static MVMap<String, StoredDeal> deals(MVStore store) {
        return open(store, "deals", StoredDeal.Type.INSTANCE);
    }

    private static MVMap<String, String> ids(MVStore store, String name) {
        return open(store, name, IdType.INSTANCE);
    }

    private static <T> MVMap<String, T> open(MVStore store, String name, BasicDataType<T> values) {
        return store.openMap(
                name, new MVMap.Builder<String, T>().keyType(IdType.INSTANCE).valueType(values));
    }

    private static TransferException unusable(Path file, Exception cause) {
        return new TransferException(
                TransferException.Kind.STORE_UNUSABLE,
                "the store " + file + " cannot be used: " + cause.getMessage()
                        + "; the recorded progress is intact: free disk space or fix the file permissions, and run again",
                cause);
    }

    private byte[] salt() {
        String known = about.get(SALT);
        if (known != null) {
            return HexFormat.of().parseHex(known);
        }
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        about(SALT, HexFormat.of().formatHex(salt));
        return salt;
    }

    Fingerprints fingerprints() {
        return fingerprints;
    }

    private int number(String field) {
        Integer known = numbers.get(field);
        return known == null ? newNumber(field) : known;
    }

    /** Synchronized, so that two new fields do not get the same number. */
    private synchronized int newNumber(String field) {
        Integer known = numbers.get(field);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        guarded(() -> fieldNumbers.put(field, next));
        numbers.put(field, next);
        return next;
    }

    /** The field names by number. */
    Map<Integer, String> fields() {
        Map<Integer, String> fields = new TreeMap<>();
        numbers.forEach((name, number) -> fields.put(number, name));
        return fields;
    }

    Optional<String> about(String name) {
        return Optional.ofNullable(about.get(name));
    }

    void about(String name, String value) {
        guarded(() -> about.put(name, value));
    }

    Optional<StoredDeal> find(String sourceId) {
        return Optional.ofNullable(deals.get(sourceId));
    }

    /** Records the state of a deal; {@link #force} makes it durable. */
    void put(String sourceId, StoredDeal deal) {
        guarded(() -> {
            deals.put(sourceId, deal);
            deal.targetId().filter(id -> !sourceId.equals(sources.get(id))).ifPresent(id -> sources.put(id, sourceId));
        });
    }

    void forget(String sourceId, Optional<String> targetId) {
        guarded(() -> {
            deals.remove(sourceId);
            targetId.ifPresent(sources::remove);
        });
    }

    /** Removes a deal of the target from the index. */
    void release(String targetId) {
        guarded(() -> sources.remove(targetId));
    }

    /** The source id of a deal of the target. */
    Optional<String> sourceOf(String targetId) {
        return Optional.ofNullable(sources.get(targetId));
    }

    /** Records a deal that the target had before the transfer. */
    void earlier(String targetId) {
        guarded(() -> earlier.put(targetId, ""));
    }

    boolean isEarlier(String targetId) {
        return earlier.containsKey(targetId);
    }

    long size() {
        return deals.sizeAsLong();
    }

    /** Visits every deal in the order of source ids; concurrent changes may or may not be visible. */
    void each(BiConsumer<String, StoredDeal> consumer) {
        Iterator<String> ids = deals.keyIterator(null);
        while (ids.hasNext()) {
            String id = ids.next();
            find(id).ifPresent(deal -> consumer.accept(id, deal));
        }
    }

    /**
     * Writes all earlier records to the disk. Concurrent callers share one write.
     *
     * @throws TransferException if the write fails
     */
    void force() {
        long mine = changes.get();
        synchronized (committing) {
            if (durable >= mine) {
                return;
            }
            long upTo = changes.get();
            try {
                together.writeLock().lock();
                try {
                    store.commit();
                } finally {
                    together.writeLock().unlock();
                }
                store.sync();
            } catch (MVStoreException | IllegalStateException unwritable) {
                throw unusable(file, unwritable);
            }
            durable = upTo;
        }
    }

    private void guarded(Runnable change) {
        together.readLock().lock();
        try {
            change.run();
        } catch (MVStoreException | IllegalStateException unwritable) {
            throw unusable(file, unwritable);
        } finally {
            together.readLock().unlock();
        }
        changes.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            if (!store.isClosed()) {
                boolean isLoose = changes.get() > 0 && Files.size(file) > 2 * compactLength() + SMALL;
                Optional<Path> anew = isLoose ? writeAnew() : Optional.empty();
                store.commit();
                // Without moving chunks: the library's own assertions fail when it does so after a process was killed.
                store.close(0);
                if (anew.isPresent()) {
                    Files.move(anew.get(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (MVStoreException | IllegalStateException | IOException unwritable) {
            store.closeImmediately();
            throw unusable(file, unwritable);
        } finally {
            lock.close();
        }
    }

    private long compactLength() {
        return Long.parseLong(about.getOrDefault(COMPACT_LENGTH, "0"));
    }

    /** Copies all live data to a new file, which is synced to disk before it replaces this one; empty if there is no space. */
    private Optional<Path> writeAnew() throws IOException {
        Path anew = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(anew);
            try (MVStore copy = new MVStore.Builder()
                    .fileName(anew.toString())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MB)
                    .compress()
                    .open()) {
                // Not with the library's append: what it counts of such pages is wrong once they are changed.
                copy(deals, deals(copy), copy);
                copy(sources, ids(copy, "sources"), copy);
                copy(earlier, ids(copy, "earlier"), copy);
                copy(fieldNumbers, copy.openMap("fields"), copy);
                MVMap<String, String> aboutIt = copy.openMap("about");
                copy(about, aboutIt, copy);
                copy.commit();
                aboutIt.put(COMPACT_LENGTH, String.valueOf(Files.size(anew)));
                copy.commit();
                copy.sync();
                copy.close(0);
            }
            return Optional.of(anew);
        } catch (MVStoreException | IllegalStateException noRoom) {
            Files.deleteIfExists(anew);
            return Optional.empty();
        }
    }

    private static <T> void copy(MVMap<String, T> from, MVMap<String, T> to, MVStore store) {
        Cursor<String, T> entries = from.cursor(null);
        for (int i = 1; entries.hasNext(); i++) {
            String key = entries.next();
            to.put(key, entries.getValue());
            if (i % ENTRIES_PER_COMMIT == 0) {
                store.commit();
            }
        }
    }

    /** The lock that excludes other processes and tells them which process holds it. */
    private static final class WriterLock {
        /** Located after the text, which other processes must be able to read. */
        private static final long LOCKED_BYTE = 1L << 40;

        private final FileChannel channel;
        private final FileLock lock;

        private WriterLock(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        static WriterLock of(Path store) {
            Path file = store.resolveSibling(store.getFileName() + ".lock");
            FileChannel channel = null;
            try {
                Path folder = store.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel);
                if (lock == null) {
                    String owner =
                            Files.readString(file, StandardCharsets.UTF_8).strip();
                    channel.close();
                    throw new TransferException(
                            TransferException.Kind.STORE_IN_USE,
                            "the store " + store + " is in use by "
                                    + (owner.isEmpty() ? "another process" : owner)
                                    + "; wait until it has finished, or stop it, and run again");
                }
                channel.truncate(0);
                ByteBuffer owner = StandardCharsets.UTF_8.encode(
                        "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                                + Instant.now().toString().substring(0, 19) + "Z\n");
                while (owner.hasRemaining()) {
                    channel.write(owner);
                }
                return new WriterLock(channel, lock);
            } catch (IOException unusable) {
                closeQuietly(channel);
                throw new TransferException(
                        TransferException.Kind.STORE_UNUSABLE,
                        "cannot lock the store " + store + "; check the permissions of its folder: " + unusable,
                        unusable);
            }
        }

        private static @Nullable FileLock lock(FileChannel channel) throws IOException {
            try {
                return channel.tryLock(LOCKED_BYTE, 1, false);
            } catch (OverlappingFileLockException ofThisProcess) {
                return null;
            }
        }

        private static String host() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                return "this host";
            }
        }

        private static void closeQuietly(@Nullable FileChannel channel) {
            if (channel != null) {
                try {
                    channel.close();
                } catch (IOException leftBehind) {
                    // The process end frees it.
                }
            }
        }

        void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException leftBehind) {
                // The process end frees it.
            }
        }
    }
}
