package dev.dealsdk.portability;

/** What another vendor does with something a program needs; the worst first. */
public enum PortabilityVerdict {
    /** Fails with that vendor as the program and the configuration stand now, before anything is sent. */
    REFUSED,
    /** Has no place at that vendor: what was kept there cannot be carried over, and a program that sets it is refused. */
    LOST,
    /** Is accepted and left out: {@code deals.drop} names it. */
    DROPPED,
    /**
     * Works, with other values: ids of another account, a closed list of the vendor's own, another type or length of a custom
     * field. What the program sends now may be refused there, or mean something else.
     */
    VALUES_DIFFER,
    /**
     * Cannot be told for certain: the vendor documents it incompletely, or it depends on the account, such as the names
     * of its stages.
     */
    UNVERIFIED,
    /** Works: the vendor requires it, and {@code deals.default.FIELD} says what is sent where the program does not set it. */
    DEFAULTED,
    /** Works: written to another place and read back from there, as {@code deals.keep.FIELD} says. */
    KEPT,
    /** Works: the SDK does it to what it reads, as {@code deals.local-query} says. */
    APPLIED_HERE,
    /** Works, made from documented calls. */
    DERIVED,
    /** Works, by a documented call, with the same values or with those that the configuration translates. */
    SAME
}
