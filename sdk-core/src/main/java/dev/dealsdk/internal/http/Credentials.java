package dev.dealsdk.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the bearer token of each request comes from. Thread-safe. */
interface Credentials {

    /**
     * The token to send now.
     *
     * @param limit how long the call can wait for it
     * @throws TokenUnavailableException if none can be had
     */
    String token(Duration limit);

    /** The token to send now, if it can be had without waiting. */
    @Nullable
    String tokenAtHand();

    /**
     * Called when the vendor refused a token.
     *
     * @return whether another one may be had from {@link #token} now
     */
    boolean refused(String token);
}
