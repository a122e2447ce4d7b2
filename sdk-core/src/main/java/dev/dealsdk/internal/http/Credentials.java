package dev.dealsdk.internal.http;

/** Where the bearer token of each request comes from. Thread-safe. */
interface Credentials {

    /**
     * The token to send now.
     *
     * @throws TokenUnavailableException if none can be had
     */
    String token();

    /**
     * Called when the vendor refused a token.
     *
     * @return whether another one may be had from {@link #token()} now
     */
    boolean refused(String token);
}
