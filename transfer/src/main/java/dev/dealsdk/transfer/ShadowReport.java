package dev.dealsdk.transfer;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.ShadowRead;
import dev.dealsdk.event.ShadowResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the results of shadow reads, and keeps the first {@value #MOST_KEPT} that were not equal.
 *
 * <pre>{@code
 * ShadowReport report = new ShadowReport();
 * DealsConfig config = DealsConfig.load().toBuilder().addListener(report).build();
 * ...
 * System.out.println(report.render());
 * }</pre>
 *
 * <p>Thread-safe; one instance can serve any number of clients.
 */
public final class ShadowReport implements CallListener {
    static final int MOST_KEPT = 1000;
    /** The maximum number of field names; each vendor has about 30, plus custom fields. */
    private static final int MOST_FIELDS = 1000;

    private final Map<ShadowResult, Long> counts = new EnumMap<>(ShadowResult.class);
    private final SortedMap<String, Long> fields = new TreeMap<>();
    private final List<ShadowRead> kept = new ArrayList<>();
    private long skipped;

    /** Creates an empty report. */
    public ShadowReport() {}

    /** Ignores the calls themselves. */
    @Override
    public CallObserver callStarted(CallStart call) {
        return new CallObserver() {};
    }

    @Override
    public synchronized void shadowRead(ShadowRead read) {
        counts.merge(read.result(), 1L, Long::sum);
        skipped += read.skipped();
        read.differences().forEach(difference -> {
            if (fields.size() < MOST_FIELDS || fields.containsKey(difference.field())) {
                fields.merge(difference.field(), 1L, Long::sum);
            }
        });
        if (read.result() != ShadowResult.EQUAL && kept.size() < MOST_KEPT) {
            kept.add(read);
        }
    }

    /** Adds reads that were skipped after the last event. */
    synchronized void skipped(long more) {
        skipped += more;
    }

    /**
     * {@return the number of reads with this result}
     *
     * @param result the result to count
     */
    public synchronized long count(ShadowResult result) {
        return counts.getOrDefault(result, 0L);
    }

    /** {@return the number of reads that were not compared because too many were waiting} */
    public synchronized long skipped() {
        return skipped;
    }

    /** {@return the number of deals that differed in each field, sorted by the name of the field} */
    public synchronized SortedMap<String, Long> fields() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** {@return the first reads that were not equal, in the order of their results} */
    public synchronized List<ShadowRead> kept() {
        return List.copyOf(kept);
    }

    /** {@return one line without values or ids: {@code 12 reads compared: 10 equal, 2 different (stage 2, value 1)}} */
    public synchronized String render() {
        String named = fields.isEmpty()
                ? ""
                : fields.entrySet().stream()
                        .map(field -> field.getKey() + " " + field.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
        long compared = count(ShadowResult.EQUAL) + count(ShadowResult.DIFFERENT);
        return (compared == 1 ? "1 read" : compared + " reads") + " compared: " + count(ShadowResult.EQUAL) + " equal, "
                + count(ShadowResult.DIFFERENT) + " different" + named
                + "; " + count(ShadowResult.MISSING) + " missing, " + count(ShadowResult.UNMAPPED)
                + " not in the cross-walk, " + count(ShadowResult.FAILED) + " failed, " + skipped + " skipped";
    }
}
