/** How JSON is read and written. */
@NullMarked
package dev.dealsdk.internal.json;

import org.jspecify.annotations.NullMarked;
