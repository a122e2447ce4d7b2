package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * An id with the name it goes by: an option of a select field, or a team member [docs: get-company-by-id].
 *
 * @param id what requests name it by
 * @param name what the organization calls it
 */
public record StardexRef(Optional<String> id, Optional<String> name) {}
