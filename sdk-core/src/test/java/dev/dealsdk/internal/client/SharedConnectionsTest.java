package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of one account have their connections in common, each as long as it is open. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SharedConnectionsTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    private final Responses responses = new Responses();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<DealsClient> open = new ArrayList<>();

    @BeforeEach
    void answer() {
        server.setDispatcher(responses);
    }

    @AfterEach
    void close() {
        gate.countDown();
        open.forEach(DealsClient::close);
    }

    private DealsConfig.Builder config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "deals.provider",
                "fake",
                "deals.token",
                "t1",
                "deals.base-url",
                server.url("/").toString()));
        settings.putAll(more);
        return DealsConfig.from(settings).toBuilder();
    }

    private DealsClient connect(Map<String, String> more) {
        DealsClient deals = HttpVendor.connect(config(more).build());
        open.add(deals);
        return deals;
    }

    private DealsClient connect() {
        return connect(Map.of());
    }

    /** Which of the connections that the server has accepted carries a call of the client. */
    private int connectionOf(DealsClient deals) {
        deals.get("d1");
        try {
            return server.takeRequest().getConnectionIndex();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void call_severalClientsOfOneAccount_goesOverOneConnection() {
        DealsClient first = connect();
        DealsClient second = connect();
        DealsClient others = connect(Map.of("deals.connect-timeout", "1s", "deals.call-timeout", "9s"));

        assertThat(connectionOf(first)).isZero();
        assertThat(connectionOf(second)).isZero();
        assertThat(connectionOf(others)).as("with limits of its own").isZero();
        assertThat(connectionOf(first)).isZero();
    }

    @Test
    void call_otherAccountOrOwnHttpClient_goesOverAConnectionOfItsOwn() {
        OkHttpClient own = new OkHttpClient();
        DealsClient withOwn =
                HttpVendor.connect(config(Map.of()).httpClient(own).build());
        open.add(withOwn);

        assertThat(connectionOf(connect())).isZero();
        assertThat(connectionOf(connect(Map.of("deals.token", "t2")))).isEqualTo(1);
        assertThat(connectionOf(withOwn)).isEqualTo(2);
        assertThat(connectionOf(connect())).isZero();
        assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
        own.connectionPool().evictAll();
    }

    @Test
    void close_anotherClientIsOpen_keepsItsCallAndItsConnection() throws InterruptedException {
        DealsClient first = connect();
        DealsClient second = connect();
        assertThat(connectionOf(first)).isZero();
        responses.awaitArrived(1);
        responses.hold(gate);
        CompletableFuture<Deal> call = second.async().get("d2");
        responses.awaitArrived(1);

        first.close();
        assertThat(call).isNotDone();
        gate.countDown();

        assertThat(call.join().id()).isEqualTo("d2");
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        assertThat(connectionOf(second)).isZero();
    }

    @Test
    void close_callOfItsOwnIsUnderWay_endsThatAlone() throws InterruptedException {
        DealsClient first = connect();
        DealsClient second = connect();
        responses.hold(gate);
        CompletableFuture<Deal> ended = first.async().get("d1");
        CompletableFuture<Deal> kept = second.async().get("d2");
        responses.awaitArrived(2);

        // So that closing gives it no time.
        Thread.currentThread().interrupt();
        first.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(ended::join).hasMessageContaining("the client was closed");
        gate.countDown();

        assertThat(kept.join().id()).isEqualTo("d2");
    }

    @Test
    void close_lastClient_closesTheConnections() {
        DealsClient first = connect();
        DealsClient second = connect();
        assertThat(connectionOf(first)).isZero();

        first.close();
        assertThat(connectionOf(second)).as("one is open").isZero();
        second.close();

        assertThat(connectionOf(connect())).as("after the last one").isEqualTo(1);
    }

    @Test
    void connect_moreThanTwentyClientsOfOneAccount_isToldOnceUntilTheyAreFewer() {
        assertThat(Logged.during(() -> connectTimes(20))).doesNotContain("WARN");
        assertThat(warnings(() -> connectTimes(3)))
                .singleElement()
                .asString()
                .contains(
                        "dev.dealsdk.clients",
                        "21 clients of fake at " + server.getHostName() + " are open at once",
                        "close each one that is no longer used, or connect once and share the client");
        assertThat(warnings(() -> connect(Map.of("deals.token", "t2"))))
                .as("of another account")
                .isEmpty();

        for (int i = 0; i < 4; i++) {
            open.get(i).close();
        }

        assertThat(warnings(() -> connectTimes(2))).singleElement().asString().contains("21 clients");
    }

    private void connectTimes(int times) {
        for (int i = 0; i < times; i++) {
            connect();
        }
    }

    private static List<String> warnings(Runnable steps) {
        return Logged.during(steps)
                .lines()
                .filter(line -> line.contains("WARN"))
                .toList();
    }
}
