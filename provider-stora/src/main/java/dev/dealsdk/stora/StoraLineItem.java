package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a deal is about: a kind of unit or a protection [docs: show-a-deal]. */
@Value.Immutable
@WireStyle
public interface StoraLineItem {

    /** {@return {@code unit_type} or {@code protection}; any other word is passed on} */
    Optional<String> type();

    /** {@return how many; 1 in every sample} */
    Optional<BigDecimal> quantity();

    /** {@return what it is, always with an id: {@code utype_...} or {@code plvl_...}} */
    StoraRef item();

    /** {@return what Stora sent that is not documented, or not of the documented type, under its names} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; item is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraLineItem}; not thread-safe. */
    final class Builder extends ImmutableStoraLineItem.Builder {
        Builder() {}
    }
}
