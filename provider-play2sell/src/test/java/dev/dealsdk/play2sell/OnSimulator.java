package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/**
 * A fresh simulator and a client of it for each test.
 *
 * <p>After each test nothing that went over the wire may have breached the vendor's contract: neither what the provider
 * sent nor what the simulator answered.
 */
abstract class OnSimulator {
    /** The deal of the documented sample: open, 75000.00, in Proposal. */
    static final String TECH_CORP = "880e8400-e29b-41d4-a716-446655440000";

    /** The deal of the documented create sample: open, 12000.00, in Prospecting. */
    static final String STARTUP = "880e8400-e29b-41d4-a716-446655440001";

    static final String ABSENT = "11111111-2222-3333-4444-555555555555";
    static final String OWNER = "660e8400-e29b-41d4-a716-446655440001";
    static final String TEAM = "770e8400-e29b-41d4-a716-446655440001";
    static final String LEAD = "550e8400-e29b-41d4-a716-446655440000";
    static final String PROSPECTING = "990e8400-e29b-41d4-a716-446655440003";
    static final String QUALIFICATION = "990e8400-e29b-41d4-a716-446655440004";
    static final String PROPOSAL = "990e8400-e29b-41d4-a716-446655440001";
    static final String NEGOTIATION = "990e8400-e29b-41d4-a716-446655440002";

    final Play2SellSimulator simulator = Play2SellSimulator.start();
    final DealsClient deals = connect();

    @AfterEach
    void keepsToTheContract() {
        deals.close();
        simulator.close();
        assertThat(simulator.contractViolations())
                .as("breaches of the contract")
                .isEmpty();
    }

    /** A client of the simulator, with more configuration: keys and values by turns. */
    final DealsClient connect(String... keysAndValues) {
        return DealsClient.connect(config(simulator.config(), keysAndValues));
    }

    static DealsConfig config(Map<String, String> base, String... keysAndValues) {
        Map<String, String> entries = new HashMap<>(base);
        entries.put("deals.max-retry-delay", "1ms");
        entries.put("deals.settle-time", "12ms");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return DealsConfig.from(entries);
    }

    /** Method and path of every request so far. */
    final List<String> sent() {
        return simulator.journal().stream()
                .map(entry -> entry.method() + " " + entry.path())
                .toList();
    }

    final JournalEntry lastSent() {
        List<JournalEntry> journal = simulator.journal();
        return journal.get(journal.size() - 1);
    }

    final Object lastBody() {
        return Fixtures.tree(lastSent().body());
    }
}
