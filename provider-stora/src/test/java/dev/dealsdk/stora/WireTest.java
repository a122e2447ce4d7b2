package dev.dealsdk.stora;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers what the test says, and shows what was sent. */
abstract class WireTest {
    static final String DEAL = "deal_127b3057d5df338e";

    @StartStop
    final MockWebServer server = new MockWebServer();

    DealsClient deals = unconnected();

    @BeforeEach
    void connect() {
        connect(DealsConfig.builder());
    }

    /** What the test has no answer for is not there, and nothing waits for it. */
    @BeforeEach
    void answersAtOnce() {
        QueueDispatcher answers = new QueueDispatcher();
        answers.setFailFast(true);
        server.setDispatcher(answers);
    }

    /** In place of the client so far. */
    final void connect(DealsConfig.Builder config) {
        deals = DealsClient.connect(config.provider("stora")
                .baseUrl(server.url("/").toString().replaceAll("/$", ""))
                .token("secret")
                .set("deals.max-retry-delay", "1ms")
                .set("deals.settle-time", "12ms")
                .rateLimit("off")
                .build());
    }

    @AfterEach
    void disconnect() {
        deals.close();
    }

    final void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    /** What was sent: method, target and body. */
    final RecordedRequest sent() throws InterruptedException {
        return server.takeRequest();
    }

    static Object body(RecordedRequest request) {
        return Bodies.tree(request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8));
    }

    private static DealsClient unconnected() {
        return DealsClient.connect(
                DealsConfig.builder().provider("stora").token("unused").build());
    }
}
