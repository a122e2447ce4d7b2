package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * A status of the organization (shape inferred from [docs: get-company-by-id]). No documented field marks the statuses
 * of won and lost deals, or orders statuses.
 *
 * @param id an opaque id in the format of a UUID
 * @param name the organization's name of the status
 */
public record StardexStatus(String id, Optional<String> name) {}
