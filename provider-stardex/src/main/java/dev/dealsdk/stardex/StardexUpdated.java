package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * What came of an update.
 *
 * @param message what Stardex says of it; empty when its answer was lost and the deal told instead
 * @param deal as it was read in that case
 */
record StardexUpdated(String message, Optional<StardexDeal> deal) {

    static StardexUpdated said(String message) {
        return new StardexUpdated(message, Optional.empty());
    }

    /** The status of the deal that was read. */
    Optional<String> statusId() {
        return deal.flatMap(StardexDeal::dealStatusId);
    }
}
