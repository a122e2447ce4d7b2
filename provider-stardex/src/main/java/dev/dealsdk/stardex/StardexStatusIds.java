package dev.dealsdk.stardex;

import dev.dealsdk.DealStatus;
import java.util.Optional;

/** The ids of the statuses that the configuration names, which alone tell what became of a deal. */
record StardexStatusIds(Optional<String> won, Optional<String> lost, Optional<String> open) {

    /** Unknown for every other status: Stardex marks none of them as open, won or lost. */
    DealStatus statusOf(Optional<String> statusId) {
        if (statusId.isEmpty()) {
            return DealStatus.UNKNOWN;
        }
        if (statusId.equals(won)) {
            return DealStatus.WON;
        }
        if (statusId.equals(lost)) {
            return DealStatus.LOST;
        }
        return statusId.equals(open) ? DealStatus.OPEN : DealStatus.UNKNOWN;
    }
}
