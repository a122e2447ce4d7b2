/** What stands behind {@link dev.dealsdk.testkit.StardexSimulator}. */
@NullMarked
package dev.dealsdk.testkit.internal.stardex;

import org.jspecify.annotations.NullMarked;
