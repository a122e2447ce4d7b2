/** The HTTP server of the simulators, and patterns of paths. */
@NullMarked
package dev.dealsdk.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
