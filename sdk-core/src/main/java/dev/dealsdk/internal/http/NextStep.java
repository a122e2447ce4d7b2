package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What follows an attempt that did not succeed, but is not the end of the call in failure either.
 *
 * @param isDone whether the call has succeeded all the same
 * @param pause how long to wait before the next attempt; empty when there is nothing to wait for
 */
record NextStep(boolean isDone, Optional<Duration> pause) {
    /** A delete finds nothing, because an attempt whose answer was lost had done it. */
    static final NextStep DONE = new NextStep(true, Optional.empty());

    static final NextStep AT_ONCE = new NextStep(false, Optional.empty());

    static NextStep after(Duration wait) {
        return new NextStep(false, Optional.of(wait));
    }
}
