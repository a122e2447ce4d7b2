package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Logged;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.ClientLoad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a program sees which of its connections something is about. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConnectionNameTest implements CallListener {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    private final Responses responses = new Responses();
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final List<String> threads = Collections.synchronizedList(new ArrayList<>());
    private final List<ClientLoad> loads = new ArrayList<>();

    @BeforeEach
    void answer() {
        server.setDispatcher(responses);
    }

    @Override
    public CallObserver callStarted(CallStart call) {
        names.add(call.provider() + " " + call.connection().orElse("-") + " " + call.name());
        threads.add(Thread.currentThread().getName());
        return new CallObserver() {};
    }

    @Override
    public void circuitChanged(CircuitChange change) {
        names.add(change.provider() + " " + change.connection().orElse("-") + " circuit");
    }

    @Override
    public void clientConnected(ClientLoad client) {
        names.add(client.provider() + " " + client.connection().orElse("-") + " connected");
        loads.add(client);
    }

    private DealsConfig config(String token) {
        return DealsConfig.from(Map.of(
                        "deals.provider",
                        "fake",
                        "deals.base-url",
                        server.url("/").toString(),
                        "deals.circuit",
                        "2/10m",
                        "deals.max-attempts",
                        "1",
                        "deals.token",
                        token,
                        "deals.connections.emea.token",
                        token))
                .toBuilder()
                .addListener(this)
                .build();
    }

    private DealsClient emea() {
        return HttpVendor.connect(config("t").connection("emea"));
    }

    @Test
    void listener_namedConnection_isToldItsName() {
        try (DealsClient deals = emea()) {
            deals.get("d1");
        }

        assertThat(names).containsExactly("fake emea circuit", "fake emea connected", "fake emea get");
    }

    @Test
    void listener_topLevel_isToldNoName() {
        try (DealsClient deals = HttpVendor.connect(config("t"))) {
            deals.get("d1");
        }

        assertThat(names).containsExactly("fake - circuit", "fake - connected", "fake - get");
    }

    @Test
    void async_namedConnection_hasItsNameInThatOfTheThread() {
        try (DealsClient deals = emea()) {
            deals.async().get("d1").join();
        }

        assertThat(threads).singleElement().asString().matches("deals-call-emea-\\d+");
    }

    @Test
    void circuit_namedConnection_isLoggedWithItsName() {
        responses.then(request -> new MockResponse.Builder().code(503).build());
        String log;
        try (DealsClient deals = emea()) {
            log = Logged.during(() -> {
                for (int i = 0; i < 2; i++) {
                    try {
                        deals.get("d1");
                    } catch (DealsException expected) {
                        names.add(expected.outcome().name());
                    }
                }
            });
        }

        assertThat(log).contains("fake at " + server.getHostName() + " (emea) is failing, and calls fail immediately");
    }

    @Test
    void load_callsInFlightAndAfterwards_isWhatTheyAre() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        responses.hold(gate);
        try (DealsClient deals = emea()) {
            ClientLoad load = loads.get(0);
            assertThat(load.isOpen()).isTrue();
            assertThat(load.callsInFlight()).isZero();
            CompletableFuture<?> first = deals.async().get("d1");
            CompletableFuture<?> second = deals.async().get("d2");
            responses.awaitArrived(2);
            assertThat(load.callsInFlight()).isEqualTo(2);
            gate.countDown();
            CompletableFuture.allOf(first, second).join();
        }

        assertThat(loads.get(0).callsInFlight()).isZero();
        assertThat(loads.get(0).isOpen()).isFalse();
    }

    @Test
    void load_retriesMade_areNoLongerInTheBudget() {
        responses.then(request -> new MockResponse.Builder()
                .code(request.getTarget().endsWith("gone") ? 404 : 429)
                .setHeader("Retry-After", "0")
                .build());
        try (DealsClient deals = HttpVendor.connect(
                config("t").toBuilder().set("deals.max-attempts", "4").build())) {
            assertThat(loads.get(0).retryBudget()).isEqualTo(100);

            assertThatThrownBy(() -> deals.get("d1")).isInstanceOf(DealsException.class);

            assertThat(loads.get(0).retryBudget()).as("one a second comes back").isBetween(96, 98);
            assertThatThrownBy(() -> deals.get("gone")).isInstanceOf(DealNotFoundException.class);
        }
    }

    @Test
    void listing_namedConnection_isLoggedWithItsName() {
        FakeVendor vendor = new FakeVendor();
        vendor.pages = cursor -> Page.<Deal>builder()
                .addProblems(RecordProblem.ofPage("there are 0 pages"))
                .build();
        String log = Logged.during(() -> {
            try (DealsClient deals = vendor.connect()) {
                deals.list(DealQuery.builder().build()).forEach(deal -> names.add(deal.id()));
            }
        });

        assertThat(log).contains("fake: the vendor's counters of a page contradict each other");
    }
}
