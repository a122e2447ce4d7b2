/** How two providers are compared by what they claim. */
@NullMarked
package dev.dealsdk.internal.portability;

import org.jspecify.annotations.NullMarked;
