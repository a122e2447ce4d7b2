/** What listeners hear of calls: see {@link dev.dealsdk.event.CallListener}. */
@NullMarked
package dev.dealsdk.event;

import org.jspecify.annotations.NullMarked;
