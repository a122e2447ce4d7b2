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

    /** {@return the deals of this page in the order asked for} */
    List<Play2SellDeal> data();

    /** {@return the records that could not be read; empty when all could} */
    List<RecordProblem> problems();

    /** {@return how many deals there are on all pages together} */
    Optional<Long> total();

    /** {@return the number of this page, from 1} */
    Optional<Integer> page();

    /** {@return how many deals a full page holds} */
    Optional<Integer> perPage();

    /** {@return how many pages there are} */
    Optional<Integer> totalPages();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealPage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealPage.Builder {
        Builder() {}
    }
}
