package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * An id with its name: an option of a select field, or a team member [docs: get-company-by-id].
 *
 * @param id the id that requests use
 * @param name the organization's name of it
 */
public record StardexRef(Optional<String> id, Optional<String> name) {}
