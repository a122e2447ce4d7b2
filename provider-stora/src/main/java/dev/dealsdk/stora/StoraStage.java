package dev.dealsdk.stora;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the pipeline [docs: list-all-stages]. Stages have no kind: deals are won and lost in any stage.
 *
 * @param id {@code dstg_...}
 * @param name the name in the pipeline
 * @param position the position in the pipeline, with gaps
 * @param createdAt the time at which the stage was created
 * @param updatedAt the time of the last change
 * @param rest fields that are not documented, or do not have the documented type, under Stora's names
 */
public record StoraStage(
        String id,
        Optional<String> name,
        Optional<Integer> position,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest) {}
