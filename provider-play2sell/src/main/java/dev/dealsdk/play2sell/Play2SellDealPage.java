package dev.dealsdk.play2sell;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One page of deals with what its {@code meta} says [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealPage {

    List<Play2SellDeal> data();

    /** The records that could not be read. */
    List<RecordProblem> problems();

    /** How many deals there are on all pages together. */
    Optional<Long> total();

    /** From 1. */
    Optional<Integer> page();

    Optional<Integer> perPage();

    Optional<Integer> totalPages();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealPage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealPage.Builder {
        Builder() {}
    }
}
