/** What the simulators of several vendors share. */
@NullMarked
package dev.dealsdk.testkit.internal.simulator;

import org.jspecify.annotations.NullMarked;
