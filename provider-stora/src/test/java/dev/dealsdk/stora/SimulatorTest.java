package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.StoraSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A fresh account for each test; whatever is sent has to keep Stora's contract. */
abstract class SimulatorTest {
    static final String OPEN = "deal_127b3057d5df338e";
    static final String ARCHIVED = "deal_227b3057d5df338e";
    static final String WON = "deal_327b3057d5df338e";
    static final String FIRST = "dstg_127b3057d5df338e";
    static final String SECOND = "dstg_237b3057d5df338e";

    final StoraSimulator simulator = StoraSimulator.start();
    private final List<DealsClient> clients = new ArrayList<>();
    final DealsClient deals = connect(Map.of());

    final DealsClient connect(Map<String, String> more) {
        DealsConfig.Builder config =
                DealsConfig.builder().set("deals.max-retry-delay", "1ms").set("deals.settle-time", "12ms");
        simulator.config().forEach(config::set);
        more.forEach(config::set);
        DealsClient client = DealsClient.connect(config.build());
        clients.add(client);
        return client;
    }

    @AfterEach
    final void close() {
        clients.forEach(DealsClient::close);
        simulator.close();
        assertThat(simulator.contractViolations()).isEmpty();
    }
}
