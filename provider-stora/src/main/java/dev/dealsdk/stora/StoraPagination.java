package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a page stands in its list [docs: list-all-stages]. */
@Value.Immutable
@WireStyle
public interface StoraPagination {

    /** {@return how many elements there are on all pages together} */
    Optional<Long> count();

    /** {@return the number of the last page} */
    Optional<Integer> last();

    /** {@return elements a page} */
    Optional<Integer> limit();

    /** {@return the number of the next page; empty at the end} */
    Optional<Integer> next();

    /** {@return the number of the page, from 1} */
    Optional<Integer> page();

    /** {@return how many pages there are} */
    Optional<Integer> pages();

    /** {@return the number of the page before; empty at the beginning} */
    Optional<Integer> prev();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraPagination}; not thread-safe. */
    final class Builder extends ImmutableStoraPagination.Builder {
        Builder() {}
    }
}
