package dev.dealsdk.portability;

/** How another vendor handles a requirement of a program; most severe first. */
public enum PortabilityVerdict {
    /** With the current program and configuration, the SDK refuses the call before anything is sent. */
    REFUSED,
    /**
     * The other vendor has no place for the data. Existing data cannot be carried over, and a call that sets it is
     * refused.
     */
    LOST,
    /** The call is accepted and the field is not sent, because {@code deals.drop} names it. */
    DROPPED,
    /**
     * It works, but with other values: ids of another account, a closed list that the vendor defines, or another type
     * or length of a custom field. The other vendor may refuse the values that the program sends now, or interpret them
     * differently.
     */
    VALUES_DIFFER,
    /**
     * The result is not certain. The vendor documents it incompletely, or it depends on the account, such as on the
     * names of its stages.
     */
    UNVERIFIED,
    /**
     * It works. The vendor requires the field, and {@code deals.default.FIELD} supplies it if the program does not set
     * it.
     */
    DEFAULTED,
    /**
     * It works. The field is written to another place and read back from there, as {@code deals.keep.FIELD} configures.
     */
    KEPT,
    /** It works. The SDK applies it to the deals that it reads, as {@code deals.local-query} configures. */
    APPLIED_HERE,
    /** It works, composed from documented calls. */
    DERIVED,
    /** It works through a documented call, with the same values or with values that the configuration translates. */
    SAME
}
