package dev.dealsdk;

/** How well founded a provider's claim to an {@link Operation} is. */
public enum Support {
    /** One documented endpoint does it. */
    DOCUMENTED,
    /** Made from documented calls, such as a move that is an update of the stage id. */
    DERIVED,
    /** The vendor names it, or has it for other records, but no page is complete; off unless {@code deals.allow-unverified=true}. */
    UNVERIFIED,
    /** The vendor offers nothing for it. */
    NONE
}
