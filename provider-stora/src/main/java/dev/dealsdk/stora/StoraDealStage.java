package dev.dealsdk.stora;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage that is nested in a deal: only an id, the complete stage if it is expanded, or a stage without an id if it
 * was deleted [docs: list-all-deals].
 *
 * @param id {@code dstg_...}; empty if the stage was deleted
 * @param name the name if the stage is expanded or was deleted, such as {@code Second Stage - (Deleted)}
 * @param position the position in the pipeline if the stage is expanded or was deleted
 * @param createdAt the time at which the stage was created, if it is expanded or was deleted
 * @param updatedAt the time of the last change, if the stage is expanded or was deleted
 * @param rest fields that are not documented, or do not have the documented type, under Stora's names
 */
public record StoraDealStage(
        Optional<String> id,
        Optional<String> name,
        Optional<Integer> position,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest) {}
