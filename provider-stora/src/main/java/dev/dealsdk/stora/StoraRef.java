package dev.dealsdk.stora;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deal points at: by id alone, or with all its fields when it is expanded [guide: responses].
 *
 * @param id a prefix that tells the kind, such as {@code con_}, and an opaque rest
 * @param rest the other fields of a resource that is expanded, as Stora sent them; empty for all others
 */
public record StoraRef(Optional<String> id, Map<String, @Nullable Object> rest) {}
