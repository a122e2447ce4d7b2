package dev.dealsdk.event;

/** What came of asking another account for a deal that the program has read. */
public enum ShadowResult {
    /** Both accounts show the same, as far as it is compared. */
    EQUAL,
    /** Some fields differ. */
    DIFFERENT,
    /** The other account has no such deal. */
    MISSING,
    /** The cross-walk does not have the deal, so nothing was sent. */
    UNMAPPED,
    /** The other account did not show it: {@link ShadowRead#failure()} says why. */
    FAILED
}
