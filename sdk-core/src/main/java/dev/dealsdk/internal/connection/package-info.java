/** How a connection comes about, whether a kept one is still good, and why one failed. */
@NullMarked
package dev.dealsdk.internal.connection;

import org.jspecify.annotations.NullMarked;
