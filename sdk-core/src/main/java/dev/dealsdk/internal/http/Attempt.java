package dev.dealsdk.internal.http;

import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt while it is under way; travels with the request as its tag. */
final class Attempt {
    private final Mask mask;
    private volatile boolean left;
    private volatile @Nullable Headers headers;

    /** An attempt that carries a secret. */
    Attempt(String secret) {
        this.mask = new Mask(secret);
    }

    /** Takes the secret out of what comes back. */
    Mask mask() {
        return mask;
    }

    void leaves() {
        left = true;
    }

    /** Whether a byte of the request may have reached the vendor. */
    boolean hasLeft() {
        return left;
    }

    void answeredWith(Headers seen) {
        headers = seen;
    }

    /** The headers as the vendor sent them. */
    Headers headersOf(Response response) {
        Headers seen = headers;
        return seen != null ? seen : response.headers();
    }
}
