package dev.dealsdk.transfer;

/** How far one deal has come on its way to the target. Later versions may add some, at the end. */
public enum TransferState {
    /** A create was about to be sent; its result is not known yet. */
    INTENT,
    /** It exists at the target. */
    CREATED,
    /** It exists at the target, with all fields that a create could not take. */
    UPDATED,
    /** It is closed at the target as it is at the source. */
    CLOSED,
    /** It was refused and does not exist at the target, or a further step was refused; the reason says which. */
    FAILED,
    /** It may or may not have been written: it is looked up before anything is sent again. */
    UNKNOWN,
    /** It is not carried over, as the mapping or the transformer says. */
    SKIPPED,
    /** It was carried over and taken back. */
    ROLLED_BACK
}
