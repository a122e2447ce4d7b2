package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** The query of {@code GET /v1/deals} [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealQuery {

    /** {@return the number of the page, from 1, which is also the default} */
    Optional<Integer> page();

    /** {@return how many deals a page holds: at most 100; 25 when left out} */
    Optional<Integer> perPage();

    /**
     * {@return {@code value}, {@code created_at} or {@code expected_close_date}; descending with a minus before it
     * (documented for {@code -value}, inferred for the others)} The order without it is not documented.
     */
    Optional<String> sort();

    /** {@return a UUID: the stage the deals are in} */
    Optional<String> stageId();

    /** {@return a UUID: the sales representative they are assigned to} */
    Optional<String> ownerId();

    /** {@return a UUID: the team they belong to, which the deals themselves do not show} */
    Optional<String> teamId();

    /** {@return {@code open}, {@code won} or {@code lost}; empty for any} */
    Optional<String> status();

    /** {@return the least value, in major units (inferred)} Whether it is inclusive is not documented. */
    Optional<BigDecimal> minValue();

    /** {@return the greatest value, in major units (inferred)} Whether it is inclusive is not documented. */
    Optional<BigDecimal> maxValue();

    /** {@return the lower bound of the expected close date} Whether it is inclusive is not documented. */
    Optional<LocalDate> closeDateAfter();

    /** {@return the upper bound of the expected close date} Whether it is inclusive is not documented. */
    Optional<LocalDate> closeDateBefore();

    /** {@return what to look for in the deal's name and contact} */
    Optional<String> search();

    /** {@return a builder with nothing set; every part is optional, and nothing set means all deals} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealQuery}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealQuery.Builder {
        Builder() {}
    }
}
