/** Micrometer metrics and observations of the calls of the Deals SDK. */
@NullMarked
package dev.dealsdk.micrometer;

import org.jspecify.annotations.NullMarked;
