/** One main class per task. Start with {@link dev.dealsdk.examples.PipelineTour}. */
@NullMarked
package dev.dealsdk.examples;

import org.jspecify.annotations.NullMarked;
