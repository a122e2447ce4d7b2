package dev.dealsdk;

import java.util.Optional;

/**
 * A key of the configuration, as {@link DealsConfig#options()} lists them. Immutable.
 *
 * @param key such as {@code deals.call-timeout}; {@code NAME} at its end stands for a name of the user's choice
 * @param format what its values look like, in words
 * @param defaultValue as one would write it; empty where the vendor decides or nothing is assumed
 * @param description one line on what it means
 * @param secret whether its values are kept out of messages and descriptions
 */
public record ConfigOption(
        String key, String format, Optional<String> defaultValue, String description, boolean secret) {}
