package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    private DealsConfig config(CallListener listener, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(simulator.config());
        settings.put("deals.max-retry-delay", "1ms");
        settings.putAll(more);
        DealsConfig.Builder config = DealsConfig.builder();
        settings.forEach(config::set);
        return config.addListener(listener).build();
    }

    private DealsClient connect(CallListener listener, Map<String, String> more) {
        return DealsClient.connect(config(listener, more));
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
                        entry("connection", "default"),
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
        return gauge("deals.circuit.open");
    }

    @Test
    void quotaRemaining_isWhatTheVendorSaidLast() {
        simulator.inject(Fault.status(404).header("X-RateLimit-Remaining", "41"));
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            assertThatThrownBy(() -> deals.get("deal_none")).isInstanceOf(DealsException.class);
        }

        assertThat(gauge("deals.quota.remaining")).isEqualTo(41);
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
    void calls_ofANamedConnection_haveItsNameAndTheSameKeys() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        CallMetrics metrics = new CallMetrics(meters);
        try (DealsClient top = connect(metrics);
                DealsClient emea =
                        DealsClient.connect(config(metrics, Map.of("deals.connections.emea.max-attempts", "1"))
                                .connection("emea"))) {
            top.get(id);
            emea.get(id);
        }

        Map<String, List<Set<String>>> keys = meters.getMeters().stream()
                .map(Meter::getId)
                .collect(Collectors.groupingBy(
                        Meter.Id::getName,
                        Collectors.mapping(meter -> tags(meter.getTags()).keySet(), Collectors.toList())));
        assertThat(keys)
                .containsOnlyKeys("deals.calls", "deals.calls.active", "deals.circuit.open", "deals.retry.budget")
                .allSatisfy((name, of) -> assertThat(of).as(name).hasSize(2).allMatch(of.get(0)::equals));
        assertThat(meters.get("deals.calls").tag("connection", "emea").timer().count())
                .isEqualTo(1);
    }

    @Test
    void activeCalls_whileTheVendorThinks_areCounted() throws InterruptedException {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        CountDownLatch arrived = new CountDownLatch(2);
        CallListener arrivals = call -> {
            arrived.countDown();
            return new CallObserver() {};
        };
        simulator.inject(Fault.delay(Duration.ofMinutes(1)).times(2));
        CallMetrics metrics = new CallMetrics(meters);
        try (DealsClient deals = DealsClient.connect(
                config(metrics, Map.of()).toBuilder().addListener(arrivals).build())) {
            List<CompletableFuture<Deal>> calls =
                    List.of(deals.async().get(id), deals.async().get(id));
            arrived.await();
            assertThat(gauge("deals.calls.active")).isEqualTo(2);
            calls.forEach(call -> call.cancel(true));
        }

        assertThat(gauge("deals.calls.active")).isZero();
    }

    @Test
    void retryBudget_ofSeveralClients_isThatOfTheOneThatHasLeast() {
        CallMetrics metrics = new CallMetrics(meters);
        simulator.inject(Fault.status(503).times(3));
        try (DealsClient idle = connect(metrics);
                DealsClient busy = connect(metrics)) {
            assertThat(gauge("deals.retry.budget")).isEqualTo(100);
            assertThatThrownBy(() -> busy.get("deal_none")).isInstanceOf(DealNotFoundException.class);
            assertThat(gauge("deals.retry.budget")).isBetween(97.0, 99.0);
            assertThat(idle.capabilities().provider()).isEqualTo("stora");
        }

        assertThat(gauge("deals.retry.budget")).as("no client is open").isNaN();
    }

    private double gauge(String name) {
        return meters.get(name)
                .tag("provider", "stora")
                .tag("connection", "default")
                .gauge()
                .value();
    }

    @Test
    void writes_ofUnknownFate_areCountedApart() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        simulator.inject(Fault.status(500).times(1));
        try (DealsClient deals = connect(new CallMetrics(meters))) {
            assertThatThrownBy(
                            () -> deals.create(NewDeal.builder().name("Unit 8").build()))
                    .isInstanceOf(VendorUnavailableException.class);
            deals.get(id);
        }

        assertThat(meters.get("deals.calls").tag("outcome", "unknown").timers())
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.count()).isEqualTo(1);
                    assertThat(tags(unknown.getId().getTags())).containsEntry("operation", "create");
                });
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
