package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A fresh simulator for each test, at noon of a fixed day. */
abstract class StardexTest {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String ACME = "aaa11111-bbbb-cccc-dddd-eeeeeeee1111";
    static final String PROSPECT = "ccc33333-dddd-eeee-ffff-000000001111";
    static final String PROPOSAL_SENT = "ccc33333-dddd-eeee-ffff-000000003333";
    static final String WON = "ccc33333-dddd-eeee-ffff-000000004444";
    static final String JOB = "eee55555-ffff-0000-1111-222222225555";
    static final String PERSON = "234e5678-e90a-12b3-c456-789012345678";

    final StardexSimulator simulator = StardexSimulator.start(0, Clock.fixed(NOON, ZoneOffset.UTC));
    final Caller caller = Caller.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The deal with this id as search shows it. */
    Map<String, Object> found(@Nullable Object id) throws IOException {
        List<Object> items = caller.post(
                        "/v1/deals/search", "{\"deal_ids\":[\"" + id + "\"],\"include\":[\"custom_fields\"]}")
                .items();
        return Json.copyOf(items.get(0));
    }
}
