package dev.dealsdk.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A fresh simulator for each test, at noon of a fixed day. */
abstract class StoraTest {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String DEALS = "/2025-09/deals";
    static final String OPEN = DEALS + "/deal_127b3057d5df338e";
    static final String ARCHIVED = DEALS + "/deal_227b3057d5df338e";
    static final String WON = DEALS + "/deal_327b3057d5df338e";
    static final String FIRST = "dstg_127b3057d5df338e";
    static final String SECOND = "dstg_237b3057d5df338e";
    static final String NEW_DEAL = """
            {"name":"Acme Corp Storage","contact":{"id":"con_1234567890abcdef"},"stage":{"id":"dstg_127b3057d5df338e"}}
            """;

    final StoraSimulator simulator = StoraSimulator.start(0, Clock.fixed(NOON, ZoneOffset.UTC));
    final Caller caller = Caller.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Map<String, @Nullable Object> deal(Caller.Reply reply) {
        return reply.member("deal");
    }

    /** The codes of an error response: the status with Stora's own. */
    static String refusal(Caller.Reply reply) {
        return reply.status() + " " + reply.error().get("code");
    }

    static List<Object> pointers(Caller.Reply reply) {
        return reply.error().get("details") instanceof List<?> details
                ? details.stream()
                        .<Object>map(detail -> detail instanceof Map<?, ?> fields ? fields.get("pointer") : null)
                        .toList()
                : List.of();
    }
}
