/** The {@code deals} command: the neutral API for people and scripts. Starts in {@link dev.dealsdk.cli.Main}. */
@NullMarked
package dev.dealsdk.cli;

import org.jspecify.annotations.NullMarked;
