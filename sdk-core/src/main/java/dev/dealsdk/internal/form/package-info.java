/** The JSON form of the neutral types, as lists of fields that serve writing and reading alike. */
@NullMarked
package dev.dealsdk.internal.form;

import org.jspecify.annotations.NullMarked;
