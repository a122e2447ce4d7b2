package dev.dealsdk.transfer;

/** The state of one deal in the store. Later versions may append values. */
public enum TransferState {
    /** A create was recorded and may have been sent; its result is not known yet. */
    INTENT,
    /** The deal exists at the target. */
    CREATED,
    /** The deal exists at the target, with all fields that the create could not set. */
    UPDATED,
    /** The deal is closed at the target as it is at the source. */
    CLOSED,
    /** The create was refused and the deal does not exist at the target, or a later step was refused; the reason says which. */
    FAILED,
    /** The result of the last write is unknown; it is looked up at the target before anything is sent again. */
    UNKNOWN,
    /** The mapping or the transformer skips the deal. */
    SKIPPED,
    /** The deal was transferred and rolled back. */
    ROLLED_BACK
}
