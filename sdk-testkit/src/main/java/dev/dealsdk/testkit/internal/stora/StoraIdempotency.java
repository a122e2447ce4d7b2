package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The responses Stora keeps by {@code Idempotency-Key}, failures included [guide: requests]. Not thread-safe.
 *
 * <p>Assumed, the guide being silent: the key alone decides, whatever the path and the body; refusals of the token and
 * of its scopes are not kept; nothing is forgotten, not even after the documented 24 hours.
 */
public final class StoraIdempotency {
    private static final String HEADER = "Idempotency-Key";

    private final Map<String, Kept> kept = new HashMap<>();

    /** Processes a request, unless its key is known. */
    SimulatorResponse once(SimulatorRequest request, Supplier<SimulatorResponse> processing) {
        @Nullable String key = keyOf(request);
        if (key == null) {
            return processing.get();
        }
        Kept known = kept.get(key);
        if (known != null) {
            return known.response;
        }
        SimulatorResponse first = responseOf(processing);
        keep(key, first, false);
        return first;
    }

    /** From now on a fault is what the key stands for, as if the vendor itself had sent it. */
    public void replace(SimulatorRequest request, SimulatorResponse given) {
        @Nullable String key = keyOf(request);
        if (key != null && kept.containsKey(key)) {
            keep(key, given, true);
        }
    }

    public boolean isFault(SimulatorResponse response) {
        return kept.values().stream().anyMatch(one -> one.fault && one.response.equals(response));
    }

    private void keep(String key, SimulatorResponse response, boolean fault) {
        // Told again, the response tells of no new write.
        SimulatorResponse again = new SimulatorResponse(response.status(), response.headers(), response.body(), false);
        kept.put(key, new Kept(again, fault));
    }

    private static SimulatorResponse responseOf(Supplier<SimulatorResponse> processing) {
        try {
            return processing.get();
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    private static @Nullable String keyOf(SimulatorRequest request) {
        return request.method().equals("POST") ? request.header(HEADER).orElse(null) : null;
    }

    private record Kept(SimulatorResponse response, boolean fault) {}
}
