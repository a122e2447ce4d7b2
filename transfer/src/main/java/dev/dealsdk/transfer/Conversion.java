package dev.dealsdk.transfer;

import dev.dealsdk.DealStatus;
import dev.dealsdk.NewDeal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The result of converting a deal of the source.
 *
 * @param deal all fields to transfer, including those that a create cannot set; without a reference
 * @param status the final status
 * @param expected the fields that the target should show at the end, in the format of {@link Fields#of}
 * @param undecided the keys that the mapping lacks for the deal, with reasons
 * @param dropped the fields that the configuration or the mapping drops
 * @param skipped why the deal is not transferred at all; empty if it is
 */
record Conversion(
        NewDeal deal,
        DealStatus status,
        Optional<String> lostReason,
        Optional<String> wonReason,
        SortedMap<String, String> expected,
        List<Undecided> undecided,
        Set<String> dropped,
        Optional<String> skipped) {

    /** A decision that the mapping lacks. */
    record Undecided(String key, String why) {}
}
