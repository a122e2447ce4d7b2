/** Tells listeners of calls. */
@NullMarked
package dev.dealsdk.internal.observe;

import org.jspecify.annotations.NullMarked;
