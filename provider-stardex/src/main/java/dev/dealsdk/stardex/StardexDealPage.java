package dev.dealsdk.stardex;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One page of deals with what its {@code meta} says [docs: search-deals]; the parts of that are inferred. */
@Value.Immutable
@WireStyle
public interface StardexDealPage {

    /** {@return the deals that could be read} */
    List<StardexDeal> data();

    /** {@return the records that could not be read} */
    List<RecordProblem> problems();

    /** {@return how many deals there are on all pages together} */
    Optional<Long> total();

    /** {@return how many deals come before the page} */
    Optional<Long> offset();

    /** {@return the size that was asked for, not the number of deals} */
    Optional<Integer> limit();

    /** {@return a builder with nothing set} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDealPage}; not thread-safe. */
    final class Builder extends ImmutableStardexDealPage.Builder {
        Builder() {}
    }
}
