/**
 * How a configuration is found, checked and resolved. {@link dev.dealsdk.internal.config.ConfigKey} is the one list of
 * keys; {@link dev.dealsdk.internal.config.ConfigReader} goes through the sources.
 */
@NullMarked
package dev.dealsdk.internal.config;

import org.jspecify.annotations.NullMarked;
