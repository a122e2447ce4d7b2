package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a deal points at: by id alone, or with all its fields when it is expanded [guide: responses]. */
@Value.Immutable
@WireStyle
public interface StoraRef {

    /** {@return a prefix that tells the kind, such as {@code con_}, and an opaque rest} */
    Optional<String> id();

    /** {@return the other fields of a resource that is expanded, as Stora sent them; empty for all others} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraRef}; not thread-safe. */
    final class Builder extends ImmutableStoraRef.Builder {
        Builder() {}
    }
}
