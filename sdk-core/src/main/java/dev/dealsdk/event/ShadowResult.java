package dev.dealsdk.event;

/** The result of comparing a deal with another account. */
public enum ShadowResult {
    /** All compared fields are equal. */
    EQUAL,
    /** Some fields differ. */
    DIFFERENT,
    /** The other account has no such deal. */
    MISSING,
    /** The cross-walk does not contain the deal, so nothing was sent. */
    UNMAPPED,
    /** The deal could not be read from the other account. {@link ShadowRead#failure()} contains the reason. */
    FAILED
}
