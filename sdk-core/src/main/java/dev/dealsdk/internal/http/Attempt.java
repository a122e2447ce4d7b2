package dev.dealsdk.internal.http;

import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt while it is under way; travels with the request as its tag. */
final class Attempt {
    private final String secret;
    private final Mask mask;
    private final AtomicReference<Place> place = new AtomicReference<>(Place.HERE);
    private final CallsUnderWay client;
    private final boolean mustArrive;
    private volatile @Nullable Headers headers;
    private volatile int status;
    private volatile Headers answer = Headers.EMPTY;

    /**
     * An attempt of a call among others of its client.
     *
     * @param secret what it carries
     * @param mustArrive whether it could not just be repeated if it were lost
     */
    Attempt(String secret, CallsUnderWay client, boolean mustArrive) {
        this.secret = secret;
        this.mask = new Mask(secret);
        this.client = client;
        this.mustArrive = mustArrive;
    }

    String secret() {
        return secret;
    }

    boolean mustArrive() {
        return mustArrive;
    }

    /** Takes the secret out of what comes back. */
    Mask mask() {
        return mask;
    }

    /**
     * Notes that the first byte is about to go out.
     *
     * @return whether it may: not when the attempt has been given up, its client closed, or the request has left before
     */
    boolean leaves() {
        return !client.areEnded() && place.compareAndSet(Place.HERE, Place.LEFT);
    }

    /** Notes that the answer was one for which nothing was done, so that the HTTP library may send the request again. */
    void cameBack() {
        place.compareAndSet(Place.LEFT, Place.HERE);
    }

    /**
     * Gives the attempt up, if nothing of it has gone out.
     *
     * @return whether it is certain now that nothing will
     */
    boolean giveUp() {
        place.compareAndSet(Place.HERE, Place.GIVEN_UP);
        return !hasLeft();
    }

    /** Whether a byte of the request may have reached the vendor. */
    boolean hasLeft() {
        return place.get() == Place.LEFT;
    }

    void answeredWith(Headers seen) {
        headers = seen;
    }

    /** Notes the head of the answer. */
    void answeredBy(Response response) {
        status = response.code();
        answer = headersOf(response);
    }

    /** The status of the answer; 0 while there is none. */
    int status() {
        return status;
    }

    /** The headers of the answer as the vendor sent them; none while there is none. */
    Headers answer() {
        return answer;
    }

    /** The headers as the vendor sent them. */
    Headers headersOf(Response response) {
        Headers seen = headers;
        return seen != null ? seen : response.headers();
    }

    private enum Place {
        HERE,
        LEFT,
        GIVEN_UP
    }
}
