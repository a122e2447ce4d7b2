package dev.dealsdk.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;

/** A fresh simulator for each test, at noon of a fixed day. */
abstract class Play2SellTest {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Play2SellSimulator simulator = Play2SellSimulator.start(0, Clock.fixed(NOON, ZoneOffset.UTC));
    final Caller caller = Caller.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }
}
