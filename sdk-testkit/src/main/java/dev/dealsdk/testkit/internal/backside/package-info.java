/** What stands behind {@link dev.dealsdk.testkit.BacksideSimulator}. */
@NullMarked
package dev.dealsdk.testkit.internal.backside;

import org.jspecify.annotations.NullMarked;
