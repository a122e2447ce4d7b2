/** Metrics and observations of the calls of the Deals SDK, for Micrometer. */
@NullMarked
package dev.dealsdk.micrometer;

import org.jspecify.annotations.NullMarked;
