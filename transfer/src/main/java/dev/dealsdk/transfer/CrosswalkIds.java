package dev.dealsdk.transfer;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.spi.DealIdTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates old deal ids with the file of {@code deals.crosswalk}. Thread-safe.
 *
 * <p>Each translation checks whether the file has changed, and loads a changed file once. If a changed file is invalid, the
 * cross-walk that was loaded before stays in use. The SDK finds this class by {@link java.util.ServiceLoader}.
 */
public final class CrosswalkIds implements DealIdTranslator {
    private static final Logger LOG = LoggerFactory.getLogger(CrosswalkIds.class);
    private static final int MOST_FAULTS = 5;

    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Opened opened;
    private volatile @Nullable Read read;

    private record Opened(Path file, String provider, Predicate<String> isDealId) {}

    /** @param stamp null if it is unknown */
    private record Read(Crosswalk crosswalk, @Nullable Stamp stamp) {}

    /** Identifies one state of the file; on most systems, a replaced file has another key. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {
        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException absent) {
                return null;
            }
        }
    }

    /** Creates a translator without a file; {@link #open} loads it. */
    public CrosswalkIds() {}

    @Override
    public void open(Path file, String provider, Predicate<String> isDealId) {
        Opened now = new Opened(file, provider, isDealId);
        // Taken before reading, so that a change during the read is noticed next time.
        Stamp stamp = Stamp.of(file);
        read = new Read(checked(now), stamp);
        opened = now;
    }

    @Override
    public Optional<String> translate(String oldId) {
        Read last = Objects.requireNonNull(read, "open comes first");
        Opened from = Objects.requireNonNull(opened, "open comes first");
        Stamp now = Stamp.of(from.file());
        if (now != null && !now.equals(last.stamp()) && reading.tryLock()) {
            // Other threads use the previous cross-walk meanwhile.
            try {
                last = renewed(from, now);
            } finally {
                reading.unlock();
            }
        }
        return last.crosswalk().targetOf(oldId);
    }

    private Read renewed(Opened from, Stamp now) {
        Read last = Objects.requireNonNull(read);
        if (now.equals(last.stamp())) {
            return last;
        }
        Crosswalk crosswalk = last.crosswalk();
        try {
            crosswalk = checked(from);
            LOG.info("Reloaded the cross-walk {}; it has {} deals now", from.file(), crosswalk.size());
        } catch (ConfigurationException unusable) {
            LOG.warn(
                    "{}; the cross-walk that was loaded before stays in use",
                    unusable.problems().get(0));
        }
        Read fresh = new Read(crosswalk, now);
        read = fresh;
        return fresh;
    }

    /** Reads the file and checks that its new ids belong to this provider. */
    private static Crosswalk checked(Opened from) {
        Crosswalk crosswalk = Crosswalk.read(from.file());
        String provider = from.provider();
        if (crosswalk.targetProvider().filter(other -> !other.equals(provider)).isPresent()) {
            boolean isWrongWay =
                    crosswalk.sourceProvider().filter(provider::equals).isPresent();
            throw new ConfigurationException(List.of(from.file() + " maps to deals of "
                    + crosswalk.targetProvider().get() + ", but this account is at " + provider
                    + (isWrongWay
                            ? "; set the key in the configuration of "
                                    + crosswalk.targetProvider().get()
                            : "; use the cross-walk of a transfer to this account")));
        }
        List<String> faults = new ArrayList<>();
        crosswalk.each((source, target) -> {
            if (faults.size() < MOST_FAULTS && !from.isDealId().test(target)) {
                faults.add(from.file() + ": the new id " + target + " of " + source
                        + " cannot be the id of a deal at " + provider
                        + "; use the cross-walk of a transfer to this account");
            }
        });
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return crosswalk;
    }
}
