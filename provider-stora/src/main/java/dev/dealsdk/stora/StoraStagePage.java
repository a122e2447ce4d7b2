package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One page of stages with what its {@code meta} says [docs: list-all-stages]. */
@Value.Immutable
@WireStyle
public interface StoraStagePage {

    /** {@return the stages of the page, in the order asked for} */
    List<StoraStage> stages();

    /** {@return where the page stands in its list} */
    Optional<StoraPagination> pagination();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraStagePage}; not thread-safe. */
    final class Builder extends ImmutableStoraStagePage.Builder {
        Builder() {}
    }
}
