package dev.dealsdk.event;

import dev.dealsdk.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of a deal that the program read with the same deal in another account, as {@code deals.shadow}
 * requests.
 *
 * @param provider the id of the program's provider, such as {@code play2sell}
 * @param connection the name of the program's connection in the configuration; empty at the top level
 * @param shadowProvider the id of the other account's provider, such as {@code stora}
 * @param operation {@code GET}, or {@code LIST} for a deal on a page
 * @param dealId the id of the deal in the program's account
 * @param shadowDealId the id of the deal in the other account; empty if it is not known
 * @param result the result of the comparison
 * @param differences the fields that differ, sorted by name; empty unless the result is {@link ShadowResult#DIFFERENT}
 * @param failure why the deal could not be read from the other account; empty unless the result is {@link
 *     ShadowResult#FAILED}
 * @param duration the duration of the call to the other account, including waits; zero if there was none
 * @param skipped the number of reads since the last event that were not compared because too many were queued
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
     * Creates an event. Intended for the SDK and for tests of listeners.
     *
     * @param provider the id of the program's provider
     * @param connection the name of the program's connection
     * @param shadowProvider the id of the other account's provider
     * @param operation the operation of the program
     * @param dealId the id of the deal in the program's account
     * @param shadowDealId the id of the deal in the other account
     * @param result the result of the comparison
     * @param differences the fields that differ; copied
     * @param failure why the deal could not be read from the other account
     * @param duration the duration of the call to the other account
     * @param skipped the number of reads that were not compared
     */
    public ShadowRead {
        differences = List.copyOf(differences);
    }
}
