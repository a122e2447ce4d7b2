package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * A status of the organization (shape inferred from [docs: get-company-by-id]). Nothing documented marks those of won and lost
 * deals, or orders them.
 *
 * @param id shaped like a UUID; opaque
 * @param name what the organization calls it
 */
public record StardexStatus(String id, Optional<String> name) {}
