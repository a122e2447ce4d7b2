package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What follows an attempt that did not succeed, but is not the end of the call in failure either.
 *
 * @param kind what to do
 * @param pause how long to wait before it; empty when there is nothing to wait for
 */
record NextStep(Kind kind, Optional<Duration> pause) {

    enum Kind {
        /** Send the request, for the first time or again. */
        SEND,
        /** Read the deal: it tells whether the request had its effect. */
        LOOK,
        /** Nothing: a delete finds nothing, because an attempt whose answer was lost had done it. */
        DONE
    }

    static final NextStep SEND = new NextStep(Kind.SEND, Optional.empty());
    static final NextStep LOOK = new NextStep(Kind.LOOK, Optional.empty());
    static final NextStep DONE = new NextStep(Kind.DONE, Optional.empty());

    static NextStep sendAfter(Duration wait) {
        return new NextStep(Kind.SEND, Optional.of(wait));
    }

    static NextStep lookAfter(Duration wait) {
        return new NextStep(Kind.LOOK, Optional.of(wait));
    }
}
