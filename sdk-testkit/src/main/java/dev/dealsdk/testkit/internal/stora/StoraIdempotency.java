package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The responses Stora keeps by {@code Idempotency-Key}, failures included [guide: requests]. Not thread-safe, but for {@link #isFault}.
 *
 * <p>Assumed, the guide being silent: the key alone decides, whatever the path and the body; refusals of the token and
 * of its scopes are not kept; nothing is forgotten, not even after the documented 24 hours.
 */
public final class StoraIdempotency {
    private static final String HEADER = "Idempotency-Key";

    private final Map<String, SimulatorResponse> kept = new HashMap<>();
    /** Asked about without the state of the vendor to itself. */
    private final Set<SimulatorResponse> faults = ConcurrentHashMap.newKeySet();

    /** Processes a request, unless its key is known. */
    SimulatorResponse once(SimulatorRequest request, Supplier<SimulatorResponse> processing) {
        @Nullable String key = keyOf(request);
        if (key == null) {
            return processing.get();
        }
        SimulatorResponse known = kept.get(key);
        if (known != null) {
            return known;
        }
        SimulatorResponse first = responseOf(processing);
        keep(key, first);
        return first;
    }

    /** From now on a fault is what the key stands for, as if the vendor itself had sent it. */
    public void replace(SimulatorRequest request, SimulatorResponse given) {
        @Nullable String key = keyOf(request);
        if (key != null && kept.containsKey(key)) {
            faults.add(keep(key, given));
        }
    }

    public boolean isFault(SimulatorResponse response) {
        return !faults.isEmpty() && faults.contains(response);
    }

    private SimulatorResponse keep(String key, SimulatorResponse response) {
        // Told again, the response tells of no new write.
        SimulatorResponse again = new SimulatorResponse(response.status(), response.headers(), response.body(), false);
        kept.put(key, again);
        return again;
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
}
