package dev.dealsdk.spi;

/**
 * Whether a request may be sent again after a failure. After HTTP 429, and after a failure before the request left, every
 * request may.
 */
public enum RetrySafety {
    /** Reads, searches, set-style updates and deletes: doing it twice is doing it once. */
    IDEMPOTENT,
    /** A create with an idempotency key: again after a lost response, but not after a received 5xx, which is replayed. */
    IDEMPOTENCY_KEY,
    /** A transition: the deal tells whether it has happened. */
    VERIFY_FIRST,
    /** A create without a key: nothing tells whether it has happened, so the caller must be told. */
    UNSAFE
}
