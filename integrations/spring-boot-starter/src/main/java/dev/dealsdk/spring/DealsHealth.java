package dev.dealsdk.spring;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.RateLimitedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an account can be read, with one small request in a single attempt of two seconds. The result is
 * cached for half a minute, so that frequent probes cost neither quota nor time. Thread-safe; concurrent callers share
 * one request.
 */
final class DealsHealth {
    private static final CallOptions LIMITS = CallOptions.builder()
            .callTimeout(Duration.ofSeconds(2))
            .attemptTimeout(Duration.ofSeconds(2))
            .maxAttempts(1)
            .build();

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    /** The id of no deal. A response that it does not exist shows that the token was accepted. */
    private static final String NO_DEAL = "00000000-0000-4000-8000-000000000000";

    private final DealsClient client;
    private final LongSupplier nanoTime;
    private @Nullable Report last;
    private long lastNanos;

    /** {@code UP}, {@code DOWN} or {@code UNKNOWN}, the codes that Boot 3.5 and 4 have in common. */
    record Report(String status, Map<String, Object> details) {}

    DealsHealth(DealsClient client) {
        this(client, System::nanoTime);
    }

    DealsHealth(DealsClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    synchronized Report report() {
        Report report = last;
        if (report == null || nanoTime.getAsLong() - lastNanos >= GOOD_FOR.toNanos()) {
            report = read();
            last = report;
            lastNanos = nanoTime.getAsLong();
        }
        return report;
    }

    private Report read() {
        Capabilities can = client.capabilities();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("provider", can.provider());
        try {
            details.put("operation", read(client.with(LIMITS), can).key());
            return new Report("UP", details);
        } catch (RateLimitedException busy) {
            // The application itself may have used the quota up: that says nothing of the vendor.
            return failed("UNKNOWN", details, busy);
        } catch (DealsException failure) {
            return failed("DOWN", details, failure);
        }
    }

    private static Report failed(String status, Map<String, Object> details, DealsException failure) {
        details.put("error", failure.getClass().getSimpleName() + ": " + failure.getMessage());
        return new Report(status, details);
    }

    /** Returns the cheapest read that the vendor offers. */
    private static Operation read(DealsClient deals, Capabilities can) {
        if (can.supports(Operation.LIST_STAGES)) {
            int unused = deals.stages().size();
            return Operation.LIST_STAGES;
        }
        if (can.supports(Operation.LIST)) {
            DealQuery one = DealQuery.builder()
                    .pageSize(can.maxPageSize().map(most -> 1))
                    .build();
            boolean unused = deals.list(one).pages().iterator().hasNext();
            return Operation.LIST;
        }
        try {
            String unused = deals.get(NO_DEAL).id();
        } catch (DealNotFoundException expected) {
            return Operation.GET;
        }
        return Operation.GET;
    }
}
