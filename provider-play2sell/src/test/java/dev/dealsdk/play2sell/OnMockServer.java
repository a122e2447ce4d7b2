package dev.dealsdk.play2sell;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;

/** A server that answers what it is told to, and a client of it. */
abstract class OnMockServer {
    static final String ID = OnSimulator.TECH_CORP;

    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<DealsClient> clients = new ArrayList<>();

    /** A client of the server, with more configuration: keys and values by turns. */
    final DealsClient connect(String... keysAndValues) {
        Map<String, String> base = Map.of(
                "deals.provider", "play2sell",
                "deals.base-url", url(),
                "deals.token", "eyJhbGciOiJSUzI1NiJ9.payload",
                "deals.rate-limit", "off");
        DealsClient client = DealsClient.connect(OnSimulator.config(base, keysAndValues));
        clients.add(client);
        return client;
    }

    final String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** What a caller reads of a deal that the vendor sends as this JSON. */
    final Deal read(String dealJson) {
        server.enqueue(Fixtures.data(dealJson));
        return connect().get(ID);
    }

    @AfterEach
    void disconnect() {
        clients.forEach(DealsClient::close);
    }
}
