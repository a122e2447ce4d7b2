package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The query of {@code GET /v1/deals} [docs: sales].
 *
 * @param page the page number, from 1; 1 by default
 * @param perPage the page size, at most 100; 25 by default
 * @param sort {@code value}, {@code created_at} or {@code expected_close_date}; with a leading minus for descending
 *     order (documented for {@code -value}, inferred for the others). The default order is not documented.
 * @param stageId a UUID: the current stage of the deals
 * @param ownerId a UUID: the sales representative to whom the deals are assigned
 * @param teamId a UUID: the team to which the deals belong; deals do not contain it
 * @param status {@code open}, {@code won} or {@code lost}; empty for any
 * @param minValue the lowest value, in major units (inferred). Whether it is inclusive is not documented.
 * @param maxValue the highest value, in major units (inferred). Whether it is inclusive is not documented.
 * @param closeDateAfter the lower bound of the expected close date. Whether it is inclusive is not documented.
 * @param closeDateBefore the upper bound of the expected close date. Whether it is inclusive is not documented.
 * @param search text to search for in the name and contact of the deal
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

    /** {@return a builder in which nothing is set; every part is optional, and nothing set means all deals} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Play2SellDealQuery}; not thread-safe. */
    public static final class Builder extends Play2SellDealQueryBuilder {
        Builder() {}
    }
}
