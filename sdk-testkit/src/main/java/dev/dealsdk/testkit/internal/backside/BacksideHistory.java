package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.internal.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every deal, for {@code as_of} reads. Not thread-safe.
 *
 * <p>Documented in the temporal guide: the block {@code _temporal} and its members. Assumed: {@code valid_at} is only
 * repeated, {@code captured_by} is null, {@code capture_reason} is the one of the sample.
 */
public final class BacksideHistory {
    private final List<Version> versions = new ArrayList<>();
    private Instant cutoff = Instant.MIN;

    /** Notes what a deal is from now on. */
    void add(Map<String, @Nullable Object> deal, Instant from) {
        versions.add(new Version(id(deal), from, Json.copyOf(deal)));
    }

    public void forgetBefore(Instant moment) {
        cutoff = moment;
    }

    boolean remembers(Instant asOf) {
        return !asOf.isBefore(cutoff);
    }

    /** A copy of what a deal was, with {@code _temporal}; empty when there was none yet. */
    Optional<Map<String, @Nullable Object>> find(String id, Instant asOf, Instant validAt) {
        Version found = null;
        Instant until = null;
        for (Version version : versions) {
            if (version.id.equals(id) && !version.from.isAfter(asOf)) {
                found = version;
                until = null;
            } else if (version.id.equals(id) && found != null && until == null) {
                until = version.from;
            }
        }
        if (found == null) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> deal = Json.copyOf(found.deal);
        deal.put("_temporal", temporal(asOf, validAt, found.from, until));
        return Optional.of(deal);
    }

    private static Map<String, @Nullable Object> temporal(
            Instant asOf, Instant validAt, Instant from, @Nullable Instant until) {
        Map<String, @Nullable Object> temporal = new LinkedHashMap<>();
        temporal.put("as_of", asOf.toString());
        temporal.put("valid_at", validAt.toString());
        temporal.put("sys_from", from.toString());
        temporal.put("sys_to", until == null ? null : until.toString());
        temporal.put("captured_by", null);
        temporal.put("capture_reason", "user_edit");
        return temporal;
    }

    private static String id(Map<String, @Nullable Object> deal) {
        return String.valueOf(deal.get("id"));
    }

    private record Version(String id, Instant from, Map<String, @Nullable Object> deal) {}
}
