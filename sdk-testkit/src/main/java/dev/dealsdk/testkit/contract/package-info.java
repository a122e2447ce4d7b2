/**
 * The contract suite: tests of what every provider guarantees through {@link dev.dealsdk.DealsClient}.
 *
 * <p>The test class of a provider extends {@link dev.dealsdk.testkit.contract.DealsClientContract}. Requires JUnit
 * Jupiter.
 */
@NullMarked
package dev.dealsdk.testkit.contract;

import org.jspecify.annotations.NullMarked;
