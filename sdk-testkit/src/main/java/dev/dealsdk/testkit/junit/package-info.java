/**
 * A JUnit extension that gives each test its own simulator and client. Requires JUnit Jupiter 5.10 or later, including
 * JUnit 6, and the provider of the vendor on the class path.
 */
@NullMarked
package dev.dealsdk.testkit.junit;

import org.jspecify.annotations.NullMarked;
