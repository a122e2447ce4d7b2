package dev.dealsdk.internal.auth;

import java.time.Duration;

/** Where the credentials of each request come from. Thread-safe. */
public interface Credentials {

    /**
     * The credentials to send now.
     *
     * @param limit how long the call can wait for them
     * @throws TokenUnavailableException if none can be had
     */
    Authorization authorization(Duration limit);

    /**
     * Called when the vendor refused credentials.
     *
     * @return whether other ones may be had from {@link #authorization} now
     */
    boolean refused(Authorization authorization);

    /**
     * What a request is authorized by.
     *
     * @param secret to be redacted in whatever comes back
     * @param header the value of {@code Authorization}; empty if the secret travels in the body
     */
    record Authorization(String secret, String header) {
        /** A bearer token (RFC 6750). */
        static Authorization bearer(String token) {
            return new Authorization(token, "Bearer " + token);
        }

        @Override
        public String toString() {
            return "Authorization[****]";
        }
    }
}
