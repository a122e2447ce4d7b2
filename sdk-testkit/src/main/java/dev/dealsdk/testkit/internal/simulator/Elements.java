package dev.dealsdk.testkit.internal.simulator;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a vendor in order of creation, and whatever else a test has planted among them. A deal is found by its id without a
 * walk through all of them, so that a vendor can have 100,000. Not thread-safe.
 */
public final class Elements extends AbstractList<@Nullable Object> {
    private final List<@Nullable Object> elements = new ArrayList<>();
    /** How many elements have an id; a test may plant one twice. */
    private final Map<Object, Integer> count = new HashMap<>();

    private final Map<Object, Map<String, @Nullable Object>> latest = new HashMap<>();

    /** The first deal with this id. */
    public Optional<Map<String, @Nullable Object>> find(String id) {
        return switch (count.getOrDefault(id, 0)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.ofNullable(latest.get(id));
            default -> first(id);
        };
    }

    private Optional<Map<String, @Nullable Object>> first(Object id) {
        return elements.stream()
                .filter(element -> element instanceof Map<?, ?> fields && id.equals(fields.get("id")))
                .map(Elements::deal)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // Every map in here was read from JSON, so its keys are strings.
    private static Map<String, @Nullable Object> deal(@Nullable Object element) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(element);
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public void add(int index, @Nullable Object element) {
        elements.add(index, element);
        modCount++;
        added(element);
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object element) {
        Object before = elements.set(index, element);
        removed(before);
        added(element);
        return before;
    }

    @Override
    public @Nullable Object remove(int index) {
        Object before = elements.remove(index);
        modCount++;
        removed(before);
        return before;
    }

    @Override
    public void clear() {
        elements.clear();
        count.clear();
        latest.clear();
        modCount++;
    }

    private void added(@Nullable Object element) {
        id(element).ifPresent(id -> {
            count.merge(id, 1, Integer::sum);
            latest.put(id, deal(element));
        });
    }

    private void removed(@Nullable Object element) {
        id(element).ifPresent(id -> {
            int left = count.merge(id, -1, Integer::sum);
            if (left == 0) {
                count.remove(id);
                latest.remove(id);
            } else {
                first(id).ifPresent(other -> latest.put(id, other));
            }
        });
    }

    private static Optional<Object> id(@Nullable Object element) {
        return element instanceof Map<?, ?> fields ? Optional.ofNullable(fields.get("id")) : Optional.empty();
    }
}
