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

/** Earlier versions of deals, which reads see until a delay has passed. Guarded by the state of its simulator. */
final class StaleView {
    private final List<Stale> deals = new ArrayList<>();

    /**
     * An earlier version of one deal.
     *
     * @param deal empty if the deal did not exist
     * @param until in nanoseconds of {@link System#nanoTime}
     */
    record Stale(Object id, Optional<Map<String, @Nullable Object>> deal, long until) {
        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }

    /** Copies the current deals. The copy affects no read yet. */
    static StaleView of(List<@Nullable Object> elements) {
        StaleView now = new StaleView();
        byId(elements).forEach((id, deal) -> now.deals.add(new Stale(id, Optional.of(Json.copyOf(deal)), 0)));
        return now;
    }

    /**
     * Returns the deals that have changed or appeared since this copy, to be shown in their earlier version for the
     * delay.
     */
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

    /** Shows these versions from now on. */
    void addAll(List<Stale> stale) {
        deals.addAll(stale);
    }

    /** Runs a read that sees the earlier versions. */
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
