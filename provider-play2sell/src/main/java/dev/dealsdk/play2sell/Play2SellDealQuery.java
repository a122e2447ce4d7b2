package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The query of {@code GET /v1/deals} [docs: sales].
 *
 * @param page the number of the page, from 1, which is also the default
 * @param perPage how many deals a page holds: at most 100; 25 when left out
 * @param sort {@code value}, {@code created_at} or {@code expected_close_date}; descending with a minus before it
 *     (documented for {@code -value}, inferred for the others). The order without it is not documented.
 * @param stageId a UUID: the stage the deals are in
 * @param ownerId a UUID: the sales representative they are assigned to
 * @param teamId a UUID: the team they belong to, which the deals themselves do not show
 * @param status {@code open}, {@code won} or {@code lost}; empty for any
 * @param minValue the least value, in major units (inferred). Whether it is inclusive is not documented.
 * @param maxValue the greatest value, in major units (inferred). Whether it is inclusive is not documented.
 * @param closeDateAfter the lower bound of the expected close date. Whether it is inclusive is not documented.
 * @param closeDateBefore the upper bound of the expected close date. Whether it is inclusive is not documented.
 * @param search what to look for in the deal's name and contact
 */
@Value.Builder
@WireStyle
public record Play2SellDealQuery(
        Optional<Integer> page,
        Optional<Integer> perPage,
        Optional<String> sort,
        Optional<String> stageId,
        Optional<String> ownerId,
        Optional<String> teamId,
        Optional<String> status,
        Optional<BigDecimal> minValue,
        Optional<BigDecimal> maxValue,
        Optional<LocalDate> closeDateAfter,
        Optional<LocalDate> closeDateBefore,
        Optional<String> search) {

    /** {@return a builder with nothing set; every part is optional, and nothing set means all deals} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealQuery}; not thread-safe. */
    public static final class Builder extends Play2SellDealQueryBuilder {
        Builder() {}
    }
}
