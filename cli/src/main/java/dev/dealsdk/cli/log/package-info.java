/** What the SDK logs, on standard error and in the form of the command's own messages. */
@NullMarked
package dev.dealsdk.cli.log;

import org.jspecify.annotations.NullMarked;
