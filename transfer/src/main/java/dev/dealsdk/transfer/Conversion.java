package dev.dealsdk.transfer;

import dev.dealsdk.DealStatus;
import dev.dealsdk.NewDeal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What one deal of the source becomes at the target.
 *
 * @param deal all that is carried over, also what a create cannot take; without a reference
 * @param status what it is in the end
 * @param expected what the target shows in the end, as {@link Fields#of} writes it
 * @param undecided the keys of the mapping that are missing for it, with what is wrong
 * @param dropped the fields that are left out as configuration and mapping say
 * @param skipped why it is not carried over at all; empty if it is
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

    /** A line that the mapping lacks. */
    record Undecided(String key, String why) {}
}
