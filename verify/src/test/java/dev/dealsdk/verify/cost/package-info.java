/** What calls may cost: bytes per call against the limits of {@code .ci/limits.properties}, and a listing without end in a small heap. */
@NullMarked
package dev.dealsdk.verify.cost;

import org.jspecify.annotations.NullMarked;
