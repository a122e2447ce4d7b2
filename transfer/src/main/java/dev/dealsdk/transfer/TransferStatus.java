package dev.dealsdk.transfer;

import java.util.Map;

/**
 * How far a transfer has come, by its store. Immutable.
 *
 * @param source the source account: provider, URL and client id
 * @param target the target account
 * @param deals how many deals the store knows
 * @param states how many of them are in which state
 * @param open how many have something left to do
 */
public record TransferStatus(String source, String target, long deals, Map<TransferState, Long> states, long open) {
    /** Copies the map. */
    public TransferStatus {
        states = Map.copyOf(states);
    }

    /** {@return one JSON object} */
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
