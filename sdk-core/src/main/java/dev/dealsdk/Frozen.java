package dev.dealsdk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Copies that nobody can change, in an order that is the same in every process, which {@link Set#copyOf} does not keep. */
final class Frozen {
    private Frozen() {}

    /** In the order in which the constants are declared. */
    static <E extends Enum<E>> Set<E> enums(Set<E> constants) {
        return constants.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(constants));
    }

    /** In their own order. */
    static <E> Set<E> set(Set<E> elements) {
        return elements.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /** In their own order. */
    static <K, V> Map<K, V> map(Map<K, V> entries) {
        return entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
