/** Events that describe the calls of a client. See {@link dev.dealsdk.event.CallListener}. */
@NullMarked
package dev.dealsdk.event;

import org.jspecify.annotations.NullMarked;
