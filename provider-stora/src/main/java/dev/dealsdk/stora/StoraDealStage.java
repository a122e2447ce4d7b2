package dev.dealsdk.stora;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage as it is nested in a deal: by id alone, whole when it is expanded, and without an id when it was deleted
 * [docs: list-all-deals].
 *
 * @param id {@code dstg_...}; empty when the stage was deleted
 * @param name its name when it is expanded or was deleted, such as {@code Second Stage - (Deleted)}
 * @param position its place in the pipeline when it is expanded or was deleted
 * @param createdAt when it was created, if it is expanded or was deleted
 * @param updatedAt when it was last changed, if it is expanded or was deleted
 * @param rest what Stora sent that is not documented, or not of the documented type, under its names
 */
public record StoraDealStage(
        Optional<String> id,
        Optional<String> name,
        Optional<Integer> position,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest) {}
