package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The query of {@code GET /2025-09/deals/stages} [docs: list-all-stages]. */
@Value.Immutable
@WireStyle
public interface StoraStageQuery {

    /** {@return the number of the page, from 1, which is also the default} */
    Optional<Integer> page();

    /** {@return stages a page, at most 100; 50 when left out} */
    Optional<Integer> limit();

    /** {@return {@code created_at} (when left out), {@code updated_at} or {@code position}} */
    Optional<String> sortBy();

    /** {@return {@code ASC} or {@code DESC} (when left out)} */
    Optional<String> sortDirection();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return one page of the stages in the order in which deals pass them}
     *
     * @param page from 1
     * @param limit stages a page, at most 100
     */
    static StoraStageQuery inPipelineOrder(int page, int limit) {
        return builder()
                .page(page)
                .limit(limit)
                .sortBy("position")
                .sortDirection("ASC")
                .build();
    }

    /** Collects the parts of a {@link StoraStageQuery}; not thread-safe. */
    final class Builder extends ImmutableStoraStageQuery.Builder {
        Builder() {}
    }
}
