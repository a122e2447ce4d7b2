/** Keeps requests within the rate limit of an account. */
@NullMarked
package dev.dealsdk.internal.quota;

import org.jspecify.annotations.NullMarked;
