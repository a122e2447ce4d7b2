package dev.dealsdk.stora;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One page of deals with what its {@code meta} says [docs: list-all-deals]. */
@Value.Immutable
@WireStyle
public interface StoraDealPage {

    /** {@return the deals of the page} */
    List<StoraDeal> deals();

    /** {@return the records that could not be read} */
    List<RecordProblem> problems();

    /** {@return where the page stands in its list} */
    Optional<StoraPagination> pagination();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealPage}; not thread-safe. */
    final class Builder extends ImmutableStoraDealPage.Builder {
        Builder() {}
    }
}
