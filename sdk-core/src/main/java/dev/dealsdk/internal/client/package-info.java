/** The client behind the public API: checks, aliases, and the way to the provider. */
@NullMarked
package dev.dealsdk.internal.client;

import org.jspecify.annotations.NullMarked;
