/** Keeps calls within the quota of an account. */
@NullMarked
package dev.dealsdk.internal.limit;

import org.jspecify.annotations.NullMarked;
