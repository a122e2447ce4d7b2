package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.StardexSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/**
 * A fresh simulator for each test, with a client of it that knows the statuses of won, lost and reopened deals.
 *
 * <p>After each test nothing that went over the wire may have breached the vendor's contract: neither what the provider
 * sent nor what the simulator answered.
 */
abstract class OnSimulator {
    /** The deal of the documented create answer, newer generation, with two custom fields. */
    static final String ACME = "aaa11111-bbbb-cccc-dddd-eeeeeeee1111";

    /** The same deal in the older generation. */
    static final String OLDER = "aaa11111-bbbb-cccc-dddd-eeeeeeee1112";

    static final String ABSENT = "11111111-2222-3333-4444-555555555555";
    static final String CLIENT = "bbb22222-cccc-dddd-eeee-ffffffff2222";
    static final String JOB = "eee55555-ffff-0000-1111-222222225555";
    static final String PERSON = "234e5678-e90a-12b3-c456-789012345678";
    static final String PROSPECT = "ccc33333-dddd-eeee-ffff-000000001111";
    static final String QUALIFIED = "ccc33333-dddd-eeee-ffff-000000002222";
    static final String PROPOSAL_SENT = "ccc33333-dddd-eeee-ffff-000000003333";
    static final String WON = "ccc33333-dddd-eeee-ffff-000000004444";
    static final String LOST = "ccc33333-dddd-eeee-ffff-000000005555";
    static final String INDUSTRY = "e5f6a7b8-c9d0-1234-efab-567890123456";
    static final String ACCOUNT_OWNER = "a7b8c9d0-e1f2-3456-abcd-789012345678";
    static final String TAGS = "b2c3d4e5-f6a7-8901-bcde-f12345678901";
    static final String YEARS = "c3d4e5f6-a7b8-9012-cdef-123456789012";

    final StardexSimulator simulator = StardexSimulator.start();
    final DealsClient deals = connect("deals.won-stage", WON, "deals.lost-stage", LOST, "deals.open-stage", PROSPECT);

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

    /** The body of the request at this place, counted from 0. */
    final Object body(int index) {
        List<JournalEntry> journal = simulator.journal();
        return Fixtures.tree(journal.get(index).body());
    }
}
