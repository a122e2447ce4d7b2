package dev.dealsdk.event;

import dev.dealsdk.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A deal that the program has read and another account was asked for, as {@code deals.shadow} says.
 *
 * @param provider the id of the program's provider, such as {@code play2sell}
 * @param connection the name of the program's connection in the configuration; empty at the top level
 * @param shadowProvider the id of the other account's provider, such as {@code stora}
 * @param operation {@code GET}, or {@code LIST} for a deal on a page
 * @param dealId the id in the program's account
 * @param shadowDealId the id in the other account; empty if it is not known
 * @param result what came of it
 * @param differences the fields that differ, sorted by name; empty unless the result is {@link ShadowResult#DIFFERENT}
 * @param failure why the other account did not show it; empty unless the result is {@link ShadowResult#FAILED}
 * @param duration of the call to the other account, waits included; zero if there was none
 * @param skipped how many reads were not compared since the last event, because too many were waiting
 */
public record ShadowRead(
        String provider,
        Optional<String> connection,
        String shadowProvider,
        Operation operation,
        String dealId,
        Optional<String> shadowDealId,
        ShadowResult result,
        List<ShadowDifference> differences,
        Optional<Throwable> failure,
        Duration duration,
        long skipped) {

    /**
     * For the SDK and for tests of listeners.
     *
     * @param provider of the program
     * @param connection of the program
     * @param shadowProvider of the other account
     * @param operation of the program
     * @param dealId of the program
     * @param shadowDealId of the other account
     * @param result what came of it
     * @param differences copied
     * @param failure why there is nothing to compare
     * @param duration how long it took
     * @param skipped reads left out before it
     */
    public ShadowRead {
        differences = List.copyOf(differences);
    }
}
