package dev.dealsdk.spi;

/**
 * Whether a request may be sent again after a failure. After HTTP 429, and after a failure before the request left, every
 * request may.
 */
public enum Repeat {
    /** Reads, searches, set-style updates and deletes: doing it twice is doing it once. */
    FREELY,
    /** A create with an idempotency key: again after a lost answer, but not after a received 5xx, which is replayed. */
    WITH_SAME_KEY,
    /** A transition: the deal tells whether it happened. */
    AFTER_READ_BACK,
    /** A create without a key: nothing tells whether it happened, so the caller must be told. */
    ONLY_IF_NOT_SENT
}
