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

    /** From 1, which is also the default. */
    Optional<Integer> page();

    /** At most 100; 25 when left out. */
    Optional<Integer> perPage();

    /**
     * {@code value}, {@code created_at} or {@code expected_close_date}; descending with a minus before it (documented for
     * {@code -value}, inferred for the others).
     */
    Optional<String> sort();

    /** A UUID. */
    Optional<String> stageId();

    /** A UUID. */
    Optional<String> ownerId();

    /** A UUID. */
    Optional<String> teamId();

    /** {@code open}, {@code won} or {@code lost}. */
    Optional<String> status();

    Optional<BigDecimal> minValue();

    Optional<BigDecimal> maxValue();

    Optional<LocalDate> closeDateAfter();

    Optional<LocalDate> closeDateBefore();

    /** Looked for in the deal's name and contact. */
    Optional<String> search();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealQuery}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealQuery.Builder {
        Builder() {}
    }
}
