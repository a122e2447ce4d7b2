/**
 * A JUnit extension that gives each test a simulator and a client of its own. Needs JUnit Jupiter 5.10 or newer, JUnit 6
 * included, and the provider of the vendor on the class path.
 */
@NullMarked
package dev.dealsdk.testkit.junit;

import org.jspecify.annotations.NullMarked;
