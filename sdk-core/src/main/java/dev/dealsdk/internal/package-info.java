/** What stands behind the public API; for nobody else. */
@NullMarked
package dev.dealsdk.internal;

import org.jspecify.annotations.NullMarked;
