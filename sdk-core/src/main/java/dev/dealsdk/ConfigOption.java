package dev.dealsdk;

import java.util.Optional;

/**
 * A configuration key, as {@link DealsConfig#options()} lists it. Immutable.
 *
 * @param key the key, such as {@code deals.call-timeout}; a trailing {@code NAME} stands for a name that the user
 *     chooses
 * @param format a description of the format of its values
 * @param defaultValue the default in the format of a value; empty if the vendor determines it or there is none
 * @param description the meaning of the key, in one line
 * @param secret true if its values are excluded from messages and descriptions
 */
public record ConfigOption(
        String key, String format, Optional<String> defaultValue, String description, boolean secret) {}
