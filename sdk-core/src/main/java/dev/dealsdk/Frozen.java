package dev.dealsdk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Creates immutable copies whose order is the same in every process, unlike that of {@link Set#copyOf}. */
final class Frozen {
    private Frozen() {}

    /** Copies in the order in which the constants are declared. */
    static <E extends Enum<E>> Set<E> enums(Set<E> constants) {
        return constants.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(constants));
    }

    /** Copies in iteration order. */
    static <E> Set<E> set(Set<E> elements) {
        return elements.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /** Copies in iteration order. */
    static <K, V> Map<K, V> map(Map<K, V> entries) {
        return entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
