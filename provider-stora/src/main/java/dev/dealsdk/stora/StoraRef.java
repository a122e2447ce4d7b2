package dev.dealsdk.stora;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference of a deal: only an id, or all fields if it is expanded [guide: responses].
 *
 * @param id a prefix that identifies the kind, such as {@code con_}, followed by an opaque text
 * @param rest the other fields of an expanded resource, as Stora sent them; empty if the reference is not expanded
 */
public record StoraRef(Optional<String> id, Map<String, @Nullable Object> rest) {}
