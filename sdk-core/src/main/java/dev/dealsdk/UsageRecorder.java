package dev.dealsdk;

import dev.dealsdk.internal.usage.UsageWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a running program really uses of a vendor: operations, fields, filters, orders, and the names of stages and
 * custom fields; never a value, nor the id of a deal or a person. {@link Portability} then says what another vendor would do
 * with each.
 *
 * <p>Switched on by {@code deals.usage-file=usage.properties}, or by {@link DealsConfig.Builder#usageRecorder}. A call is
 * counted when it has passed the SDK's own checks. Thread-safe; costs a few additions a call.
 */
public final class UsageRecorder implements AutoCloseable {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final ConcurrentHashMap<Requirement, LongAdder> counts = new ConcurrentHashMap<>();
    private final Optional<UsageWriter> writer;

    private UsageRecorder() {
        this.writer = Optional.empty();
    }

    private UsageRecorder(Path file, Duration delay) {
        this.writer =
                Optional.of(new UsageWriter(file, delay, () -> requirements().uses()));
    }

    /** {@return a recorder that keeps its counts to itself: see {@link #requirements()}} */
    public static UsageRecorder inMemory() {
        return new UsageRecorder();
    }

    /**
     * {@return a recorder that writes its counts into a file: at most 5 s after they change, and when it is flushed or
     * closed} What the file holds already is added to. It is replaced as a whole, so that readers never see half of it.
     * When it cannot be written, that is logged, and nothing is thrown.
     *
     * @param file properties in UTF-8, such as {@code operation.move=12}; made when there is none
     */
    public static UsageRecorder to(Path file) {
        return to(file, DELAY);
    }

    static UsageRecorder to(Path file, Duration delay) {
        return new UsageRecorder(file, delay);
    }

    /**
     * Counts one use. The SDK does so by itself; a program may add what it does by other ways.
     *
     * @param used once more
     */
    public void record(Requirement used) {
        LongAdder count = counts.get(used);
        if (count == null) {
            count = counts.computeIfAbsent(used, unused -> new LongAdder());
        }
        count.increment();
        writer.ifPresent(UsageWriter::changed);
    }

    /** {@return what was used since this recorder was made} */
    public Requirements requirements() {
        Map<Requirement, Long> uses = new HashMap<>();
        counts.forEach((requirement, count) -> uses.put(requirement, count.sum()));
        return Requirements.counted(uses);
    }

    /** Writes the file now, if there is one and something has changed. */
    public void flush() {
        writer.ifPresent(UsageWriter::write);
    }

    /** Writes the file for the last time. What is recorded afterwards is counted, but written by {@link #flush()} alone. */
    @Override
    public void close() {
        writer.ifPresent(UsageWriter::close);
    }
}
