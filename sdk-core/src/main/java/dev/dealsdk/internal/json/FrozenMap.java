package dev.dealsdk.internal.json;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that refuses every change, also one that would change nothing. */
abstract class FrozenMap extends AbstractMap<String, @Nullable Object> {

    @Override
    public final Set<String> keySet() {
        return Collections.unmodifiableSet(super.keySet());
    }

    @Override
    public final Collection<@Nullable Object> values() {
        return Collections.unmodifiableCollection(super.values());
    }

    @Override
    public final @Nullable Object put(String name, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void putAll(Map<? extends String, ? extends @Nullable Object> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object putIfAbsent(String name, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object remove(@Nullable Object name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final boolean remove(@Nullable Object name, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object replace(String name, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final boolean replace(String name, @Nullable Object before, @Nullable Object after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void replaceAll(
            BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object compute(
            String name, BiFunction<? super String, ? super @Nullable Object, ? extends @Nullable Object> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object computeIfAbsent(
            String name, Function<? super String, ? extends @Nullable Object> value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object computeIfPresent(
            String name, BiFunction<? super String, ? super Object, ? extends @Nullable Object> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final @Nullable Object merge(
            String name, Object value, BiFunction<? super Object, ? super Object, ? extends @Nullable Object> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void clear() {
        throw new UnsupportedOperationException();
    }
}
