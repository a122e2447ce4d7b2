package dev.dealsdk.testkit;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A fresh simulator for each test, at noon of a fixed day. */
abstract class BacksideTest {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String DEALS = "/api/v1/deals";
    static final String SAMPLE = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    static final String DEAL = DEALS + "/" + SAMPLE;
    static final String CONTACT = "7a1b2c3d-4e5f-6789-abcd-ef0123456789";

    final BacksideSimulator simulator = BacksideSimulator.start(0, Clock.fixed(NOON, ZoneOffset.UTC));
    final Caller caller = Caller.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    String stage(String name) {
        return String.valueOf(simulator.stages().get(name));
    }

    String moveTo(String name) {
        return "{\"stage_id\":\"" + stage(name) + "\"}";
    }

    /** The objects of a bare array. */
    static List<Map<String, Object>> array(Reply reply) {
        return Json.object("{\"items\":" + reply.text() + "}").orElseThrow().get("items") instanceof List<?> items
                ? items.stream().map(Json::copyOf).toList()
                : List.of();
    }
}
