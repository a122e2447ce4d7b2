/** What stands behind {@link dev.dealsdk.testkit.StoraSimulator}. */
@NullMarked
package dev.dealsdk.testkit.internal.stora;

import org.jspecify.annotations.NullMarked;
