/** The vendors' side, in a process of its own. */
@NullMarked
package dev.dealsdk.benchmarks.server;

import org.jspecify.annotations.NullMarked;
