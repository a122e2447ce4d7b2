/** What stands behind {@link dev.dealsdk.testkit.Play2SellSimulator}. */
@NullMarked
package dev.dealsdk.testkit.internal.play2sell;

import org.jspecify.annotations.NullMarked;
