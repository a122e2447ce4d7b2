package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
    private final StoraSimulator simulator = StoraSimulator.start();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        simulator.close();
    }

    private DealsClient connect(CallListener listener, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(simulator.config());
        settings.put("deals.max-retry-delay", "1ms");
        settings.putAll(more);
        DealsConfig.Builder config = DealsConfig.builder();
        settings.forEach(config::set);
        return DealsClient.connect(config.addListener(listener).build());
    }

    private DealsClient connect(CallListener listener) {
        return connect(listener, Map.of());
    }

    private static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
    }

    @Test
    void calls_areTimedByOperationAndOutcome() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            deals.get(id);
            deals.get(id);
            assertThatThrownBy(() -> deals.get("deal_none")).isInstanceOf(DealNotFoundException.class);
        }

        assertThat(meters.get("deals.calls").tag("outcome", "success").timer().count())
                .isEqualTo(2);
        assertThat(tags(meters.get("deals.calls")
                        .tag("outcome", "rejected")
                        .timer()
                        .getId()
                        .getTags()))
                .containsOnly(
                        entry("provider", "stora"),
                        entry("operation", "get"),
                        entry("outcome", "rejected"),
                        entry("exception", "DealNotFoundException"));
    }

    @Test
    void retries_areCountedByTheirReason() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        simulator.inject(Fault.status(503).times(2));
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            deals.get(id);
        }

        assertThat(meters.get("deals.retries").tag("reason", "503").counter().count())
                .isEqualTo(2);
    }

    @Test
    void circuit_closedAtFirst_isOpenWhileTheVendorFails() {
        simulator.inject(Fault.status(503).times(2));
        try (DealsClient deals =
                connect(new CallMetrics(meters), Map.of("deals.circuit", "2/10m", "deals.max-attempts", "2"))) {
            assertThat(circuit()).isZero();
            assertThatThrownBy(() -> deals.get("deal_none")).isInstanceOf(VendorUnavailableException.class);
        }

        assertThat(circuit()).isEqualTo(1);
    }

    private double circuit() {
        return meters.get("deals.circuit.open")
                .tag("provider", "stora")
                .tag("connection", "default")
                .gauge()
                .value();
    }

    @Test
    void quotaRemaining_isWhatTheVendorSaidLast() {
        simulator.inject(Fault.status(404).header("X-RateLimit-Remaining", "41"));
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            assertThatThrownBy(() -> deals.get("deal_none")).isInstanceOf(DealsException.class);
        }

        assertThat(meters.get("deals.quota.remaining")
                        .tag("provider", "stora")
                        .gauge()
                        .value())
                .isEqualTo(41);
    }

    @Test
    void waitsForQuota_areTimed() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        try (DealsClient deals = connect(new CallMetrics(meters), Map.of("deals.rate-limit", "1/20ms"))) {
            deals.get(id);
            deals.get(id);
        }

        assertThat(meters.get("deals.quota.waits").timer().count()).isEqualTo(1);
    }

    @Test
    void refusals_areCallsToo() {
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            assertThatThrownBy(() -> deals.delete("deal_1")).isInstanceOf(UnsupportedByProviderException.class);
        }

        assertThat(meters.get("deals.calls")
                        .tags("operation", "delete", "outcome", "not_sent")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
