/** Prints log messages of the SDK to standard error, in the format of the command's own messages. */
@NullMarked
package dev.dealsdk.cli.log;

import org.jspecify.annotations.NullMarked;
