/** How often a create that meets faults is made more than once. */
@NullMarked
package dev.dealsdk.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
