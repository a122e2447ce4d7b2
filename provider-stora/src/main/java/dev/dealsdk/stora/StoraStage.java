package dev.dealsdk.stora;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the pipeline [docs: list-all-stages]. Nothing marks a kind: deals are won and lost in any stage.
 *
 * @param id {@code dstg_...}
 * @param name as the pipeline shows it
 * @param position the order in the pipeline, with gaps
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param rest what Stora sent that is not documented, or not of the documented type, under its names
 */
public record StoraStage(
        String id,
        Optional<String> name,
        Optional<Integer> position,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest) {}
