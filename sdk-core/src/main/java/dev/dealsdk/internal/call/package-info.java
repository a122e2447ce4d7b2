/** One call of a caller: its deadline, its place among those in flight, its listeners. */
@NullMarked
package dev.dealsdk.internal.call;

import org.jspecify.annotations.NullMarked;
