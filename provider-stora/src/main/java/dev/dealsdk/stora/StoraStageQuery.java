package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The query of {@code GET /2025-09/deals/stages} [docs: list-all-stages].
 *
 * @param page the page number, from 1; 1 by default
 * @param limit the page size, at most 100; 50 by default
 * @param sortBy {@code created_at} (the default), {@code updated_at} or {@code position}
 * @param sortDirection {@code ASC} or {@code DESC} (the default)
 */
@Value.Builder
@WireStyle
public record StoraStageQuery(
        Optional<Integer> page, Optional<Integer> limit, Optional<String> sortBy, Optional<String> sortDirection) {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a query for one page of the stages in pipeline order}
     *
     * @param page the page number, from 1
     * @param limit the page size, at most 100
     */
    public static StoraStageQuery inPipelineOrder(int page, int limit) {
        return builder()
                .page(page)
                .limit(limit)
                .sortBy("position")
                .sortDirection("ASC")
                .build();
    }

    /** Builds a {@link StoraStageQuery}; not thread-safe. */
    public static final class Builder extends StoraStageQueryBuilder {
        Builder() {}
    }
}
