package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The query of {@code GET /2025-09/deals/stages} [docs: list-all-stages].
 *
 * @param page the number of the page, from 1, which is also the default
 * @param limit stages a page, at most 100; 50 when left out
 * @param sortBy {@code created_at} (when left out), {@code updated_at} or {@code position}
 * @param sortDirection {@code ASC} or {@code DESC} (when left out)
 */
@Value.Builder
@WireStyle
public record StoraStageQuery(
        Optional<Integer> page, Optional<Integer> limit, Optional<String> sortBy, Optional<String> sortDirection) {

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return one page of the stages in the order in which deals pass them}
     *
     * @param page from 1
     * @param limit stages a page, at most 100
     */
    public static StoraStageQuery inPipelineOrder(int page, int limit) {
        return builder()
                .page(page)
                .limit(limit)
                .sortBy("position")
                .sortDirection("ASC")
                .build();
    }

    /** Collects the parts of a {@link StoraStageQuery}; not thread-safe. */
    public static final class Builder extends StoraStageQueryBuilder {
        Builder() {}
    }
}
