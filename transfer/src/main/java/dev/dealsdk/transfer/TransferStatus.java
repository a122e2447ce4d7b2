package dev.dealsdk.transfer;

import java.util.Map;

/**
 * The progress of a transfer as its store has recorded it. Immutable.
 *
 * @param source the source account: provider, URL and client id
 * @param target the target account
 * @param deals the number of deals in the store
 * @param states the number of deals by state
 * @param open the number of deals that are unfinished
 */
public record TransferStatus(String source, String target, long deals, Map<TransferState, Long> states, long open) {
    /** Copies the map. */
    public TransferStatus {
        states = Map.copyOf(states);
    }

    /** {@return the status as one JSON object} */
    public String json() {
        return TransferPlan.Json.of(out -> {
            out.value("source", source).value("target", target);
            TransferPlan.Json.number(out, "deals", deals);
            TransferPlan.Json.number(out, "open", open);
            out.object("states", counts -> {
                for (TransferState state : TransferState.values()) {
                    if (states.containsKey(state)) {
                        TransferPlan.Json.number(counts, state.name(), states.get(state));
                    }
                }
            });
        });
    }
}
