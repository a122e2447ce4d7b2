package dev.dealsdk;

/** What another vendor does with something a program needs; the worst first. */
public enum PortabilityVerdict {
    /** Fails with that vendor as the program and the configuration stand now, before anything is sent. */
    REFUSED,
    /** Has no place at that vendor: what was kept there cannot be carried over, and a program that sets it is refused. */
    LOST,
    /**
     * Cannot be told for certain: the vendor documents it incompletely, or it depends on the account, such as the names
     * of its stages.
     */
    UNVERIFIED,
    /** Works, made from documented calls. */
    DERIVED,
    /** Works, by a documented call. */
    SAME
}
