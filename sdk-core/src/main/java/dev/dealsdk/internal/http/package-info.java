/** How a request reaches a vendor, and what becomes of it on the way. */
@NullMarked
package dev.dealsdk.internal.http;

import org.jspecify.annotations.NullMarked;
