package dev.dealsdk;

/** How a provider supports an {@link Operation}, a field, a filter or an order. */
public enum Support {
    /** One documented endpoint of the vendor performs it. */
    DOCUMENTED,
    /** The SDK composes it from documented calls, such as a move that is an update of the stage id. */
    DERIVED,
    /**
     * The vendor mentions it, or has it for other records, but no page documents it completely. Unavailable unless
     * {@code deals.allow-unverified=true}.
     */
    UNVERIFIED,
    /** The vendor offers no way to do it. */
    NONE
}
