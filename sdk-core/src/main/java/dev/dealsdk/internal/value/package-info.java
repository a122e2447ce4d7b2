/** What the values of the configuration look like: each kind reads a text, or says what to write instead. */
@NullMarked
package dev.dealsdk.internal.value;

import org.jspecify.annotations.NullMarked;
