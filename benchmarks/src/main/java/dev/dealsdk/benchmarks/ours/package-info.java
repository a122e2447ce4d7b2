/** The SDK, through its public API. */
@NullMarked
package dev.dealsdk.benchmarks.ours;

import org.jspecify.annotations.NullMarked;
