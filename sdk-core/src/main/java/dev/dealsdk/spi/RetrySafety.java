package dev.dealsdk.spi;

/**
 * Determines whether a request may be retried after a failure. After HTTP 429, and after a failure before the request
 * was sent, every request may be retried.
 */
public enum RetrySafety {
    /** A read, search, set-style update or delete. Sending it twice has the same effect as sending it once. */
    IDEMPOTENT,
    /**
     * A create with an idempotency key. It is retried after a lost response, but not after a received 5xx, which the
     * vendor would replay.
     */
    IDEMPOTENCY_KEY,
    /** A transition. It is retried only after the deal has been read and shows no effect. */
    VERIFY_FIRST,
    /**
     * A create without a key. It is never retried, because nothing shows whether it took effect; the caller receives an
     * exception.
     */
    UNSAFE
}
