/**
 * The contract suite: what every provider promises through {@link dev.dealsdk.DealsClient}, as tests.
 *
 * <p>The test class of a provider extends {@link dev.dealsdk.testkit.contract.DealsClientContract}. Needs JUnit Jupiter.
 */
@NullMarked
package dev.dealsdk.testkit.contract;

import org.jspecify.annotations.NullMarked;
