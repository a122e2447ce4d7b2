package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JournalTest extends Play2SellTest {

    @Test
    void entry_ofARead_holdsWhatWasSent() throws Exception {
        caller.get("/v1/deals?status=open&search=a%20b&search=c");

        JournalEntry entry = simulator.journal().get(0);

        assertThat(entry.method()).isEqualTo("GET");
        assertThat(entry.path()).isEqualTo("/v1/deals");
        assertThat(entry.query()).containsEntry("search", List.of("a b", "c"));
        assertThat(entry.parameter("status")).contains("open");
        assertThat(entry.header("authorization")).contains("Bearer " + simulator.token());
        assertThat(entry.status()).isEqualTo(200);
        assertThat(entry.applied()).isFalse();
        assertThat(entry.fault()).isEmpty();
    }

    @Test
    void entry_ofAWrite_saysWhetherItWasApplied() throws Exception {
        caller.post("/v1/deals", "{\"name\":\"n\",\"value\":1}");
        caller.post("/v1/deals", "{}");

        assertThat(simulator.journal()).extracting(JournalEntry::applied).containsExactly(true, false);
        assertThat(simulator.journal()).extracting(JournalEntry::status).containsExactly(201, 400);
        assertThat(simulator.journal().get(0).body()).isEqualTo("{\"name\":\"n\",\"value\":1}");
    }

    @Test
    void entry_asText_showsNoSecret() throws Exception {
        caller.post("/oauth/token", "{\"client_secret\":\"" + simulator.clientSecret() + "\"}");

        assertThat(simulator.journal().get(0).toString())
                .contains("POST /oauth/token", "authorization redacted", "status 400")
                .doesNotContain(simulator.token(), simulator.clientSecret());
    }

    @Test
    void journal_cleared_startsAnew() throws Exception {
        caller.get("/v1/stages");

        simulator.clearJournal();

        assertThat(simulator.journal()).isEmpty();
        caller.get("/v1/stages");
        assertThat(simulator.journal()).hasSize(1);
    }

    @Test
    void journal_moreThanItHolds_dropsTheOldestAndCountsThem() {
        Journal journal = new Journal(2);
        for (String path : List.of("/1", "/2", "/3")) {
            journal.open(new SimulatorRequest("GET", path, Map.of(), Map.of(), ""));
        }

        journal.update(1, entry -> entry.responded(200, false));
        journal.update(3, entry -> entry.responded(204, true));

        assertThat(journal.entries()).extracting(JournalEntry::path).containsExactly("/2", "/3");
        assertThat(journal.entries()).extracting(JournalEntry::status).containsExactly(0, 204);
        assertThat(journal.dropped()).isEqualTo(1);
        journal.clear();
        assertThat(journal.dropped()).isZero();
    }

    @Test
    void awaitRequests_ofAnotherThread_returnsOnceTheyAreThere() throws Exception {
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> create(1));

        assertThat(simulator.awaitRequests(1, Duration.ofSeconds(10))).hasSize(1);
        assertThat(call.join()).isEqualTo(201);
    }

    @Test
    void awaitRequests_thatDoNotCome_failsAndSaysWhatCame() throws Exception {
        caller.get("/v1/stages");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.awaitRequests(2, Duration.ofMillis(20)))
                .withMessageContaining("expected 2 requests")
                .withMessageContaining("GET /v1/stages");
        assertThat(simulator.droppedFromJournal()).isZero();
    }

    @Test
    void journal_manyCallersAtOnce_losesNothing() {
        CompletableFuture<?>[] calls = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(i)))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(calls).join();

        assertThat(simulator.journal()).hasSize(40).allMatch(JournalEntry::applied);
        assertThat(simulator.deals())
                .extracting(deal -> deal.get("id"))
                .hasSize(42)
                .doesNotHaveDuplicates();
    }

    @Test
    void simulators_sideBySide_shareNothing() throws Exception {
        try (Play2SellSimulator other = Play2SellSimulator.start()) {
            caller.delete("/v1/deals/" + Caller.STARTUP);

            assertThat(other.url()).isNotEqualTo(simulator.url());
            assertThat(other.deals()).hasSize(2);
            assertThat(other.journal()).isEmpty();
        }
    }

    @Test
    void config_connectsToThisSimulator() {
        assertThat(simulator.config())
                .containsEntry("deals.provider", "play2sell")
                .containsEntry("deals.base-url", simulator.url())
                .containsEntry("deals.token", simulator.token());
        assertThat(simulator.url()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    private int create(int i) {
        try {
            return caller.post("/v1/deals", "{\"name\":\"n\",\"value\":" + i + "}")
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
