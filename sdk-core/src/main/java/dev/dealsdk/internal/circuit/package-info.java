/** Stops the calls of an account whose vendor is failing. */
@NullMarked
package dev.dealsdk.internal.circuit;

import org.jspecify.annotations.NullMarked;
