package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals as they were a moment ago, shown to reads until that moment is over. Guarded by the state of its simulator.
 */
final class StaleView {
    private final List<Stale> deals = new ArrayList<>();

    /**
     * One deal as it was.
     *
     * @param deal empty if it did not exist
     * @param until in nanoseconds of {@link System#nanoTime}
     */
    record Stale(Object id, Optional<Map<String, @Nullable Object>> deal, long until) {
        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    /** A copy of deals as they are now, which shows nothing yet. */
    static StaleView of(List<@Nullable Object> elements) {
        StaleView now = new StaleView();
        byId(elements).forEach((id, deal) -> now.deals.add(new Stale(id, Optional.of(Json.copyOf(deal)), 0)));
        return now;
    }

    /** The deals of this copy that are not as they were, to be shown for so long; also those that are new. */
    List<Stale> changed(List<@Nullable Object> elements, Duration lag) {
        long until = System.nanoTime() + lag.toNanos();
        Map<Object, Map<?, ?>> present = byId(elements);
        List<Stale> changed = new ArrayList<>();
        for (Stale before : deals) {
            if (!before.deal().equals(Optional.ofNullable(present.remove(before.id())))) {
                changed.add(new Stale(before.id(), before.deal(), until));
            }
        }
        present.keySet().forEach(id -> changed.add(new Stale(id, Optional.empty(), until)));
        return changed;
    }

    /** Shows these deals from now on. */
    void addAll(List<Stale> stale) {
        deals.addAll(stale);
    }

    /** Runs a read that finds the deals as they were. */
    <T> T shownIn(List<@Nullable Object> elements, Supplier<T> read) {
        deals.removeIf(Stale::isOver);
        if (deals.isEmpty()) {
            return read.get();
        }
        List<@Nullable Object> present = new ArrayList<>(elements);
        deals.forEach(stale -> replace(elements, stale));
        try {
            return read.get();
        } finally {
            elements.clear();
            elements.addAll(present);
        }
    }

    private static void replace(List<@Nullable Object> elements, Stale stale) {
        int place = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Map<?, ?> deal && Objects.equals(deal.get("id"), stale.id())) {
                place = i;
            }
        }
        if (place < 0) {
            stale.deal().ifPresent(elements::add);
        } else if (stale.deal().isPresent()) {
            elements.set(place, stale.deal().get());
        } else {
            elements.remove(place);
        }
    }

    private static Map<Object, Map<?, ?>> byId(List<@Nullable Object> elements) {
        Map<Object, Map<?, ?>> byId = new LinkedHashMap<>();
        for (Object element : elements) {
            if (element instanceof Map<?, ?> deal && deal.get("id") != null) {
                byId.put(deal.get("id"), deal);
            }
        }
        return byId;
    }
}
