/** What the configuration bridges: fields kept elsewhere, left out or filled in, names translated, filters and orders applied. */
@NullMarked
package dev.dealsdk.internal.bridge;

import org.jspecify.annotations.NullMarked;
