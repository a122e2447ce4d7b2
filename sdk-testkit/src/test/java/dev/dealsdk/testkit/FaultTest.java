package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTest extends Play2SellTest {
    private static final String NEW_DEAL = "{\"name\":\"New\",\"value\":1}";

    @Test
    void status_withHeaderAndBody_isSentOnceAndNothingApplied() throws Exception {
        simulator.inject(Fault.status(503).header("Retry-After", "1").body("{\"error\":\"busy\"}"));

        Reply reply = caller.post("/v1/deals", NEW_DEAL);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo("{\"error\":\"busy\"}");
        assertThat(reply.headers())
                .containsEntry("retry-after", List.of("1"))
                .containsEntry("content-type", List.of("application/json"));
        assertThat(last().applied()).isFalse();
        assertThat(simulator.deals()).hasSize(2);
        assertThat(caller.post("/v1/deals", NEW_DEAL).status()).isEqualTo(201);
    }

    @Test
    void status_afterProcessing_hidesThatTheWriteWasApplied() throws Exception {
        simulator.inject(Fault.status(503).afterProcessing());

        Reply reply = caller.post("/v1/deals", NEW_DEAL);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEmpty();
        assertThat(last().applied()).isTrue();
        assertThat(last().status()).isEqualTo(503);
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void status_successWithForeignContent_isServedAsIs() throws Exception {
        simulator.inject(Fault.status(200).contentType("text/html").body("<html>maintenance</html>"));

        Reply reply = caller.get("/v1/stages");

        assertThat(reply.headers()).containsEntry("content-type", List.of("text/html"));
        assertThat(reply.text()).isEqualTo("<html>maintenance</html>");
        simulator.requireContract();
    }

    @Test
    void status_processedAfter_appliesTheWriteLater() throws Exception {
        simulator.inject(Fault.status(503).processedAfter(Duration.ofMillis(1)));

        assertThat(caller.post("/v1/deals", NEW_DEAL).status()).isEqualTo(503);

        CountDownLatch applied = new CountDownLatch(1);
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        looking.scheduleWithFixedDelay(
                () -> {
                    if (last().applied()) {
                        applied.countDown();
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        assertThat(applied.await(10, TimeUnit.SECONDS)).isTrue();
        looking.shutdownNow();
        assertThat(last().status()).isEqualTo(503);
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void status_processedAfterTheEnd_isNotApplied() throws Exception {
        simulator.inject(Fault.status(503).processedAfter(Duration.ofHours(1)));

        caller.post("/v1/deals", NEW_DEAL);
        simulator.close();

        assertThat(last().applied()).isFalse();
    }

    @Test
    void status_shownAfter_isAppliedAndNotRead() throws Exception {
        String path = "/v1/deals/" + Caller.STARTUP;
        simulator.inject(Fault.status(500).shownAfter(Duration.ofHours(1)));

        caller.delete(path);

        assertThat(last().applied()).isTrue();
        assertThat(simulator.deals()).hasSize(1);
        assertThat(caller.get(path).text()).contains("StartupXYZ - Pro Plan");
        assertThat(caller.get("/v1/deals").text()).contains(Caller.STARTUP);
        assertThat(simulator.deals()).as("the reads change nothing").hasSize(1);
        assertThat(caller.delete(path).status()).as("a write knows better").isEqualTo(404);
    }

    @Test
    void status_shownAfterACreate_isNotRead() throws Exception {
        simulator.inject(Fault.status(500).shownAfter(Duration.ofHours(1)));

        caller.post("/v1/deals", NEW_DEAL);

        assertThat(simulator.deals()).hasSize(3);
        assertThat(caller.get("/v1/deals").text()).contains("\"total\":2");
    }

    @Test
    void status_shownAfterANanosecond_isRead() throws Exception {
        simulator.inject(Fault.status(500).shownAfter(Duration.ofNanos(1)));

        caller.post("/v1/deals", NEW_DEAL);

        assertThat(caller.get("/v1/deals").text()).contains("\"total\":3");
    }

    @Test
    void otherDeal_onARead_hasTheIdOfAnother() throws Exception {
        simulator.inject(Fault.otherDeal());

        Reply reply = caller.get("/v1/deals/" + Caller.STARTUP);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain(Caller.STARTUP).contains("\"id\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void processedAfter_noDelay_isRefused(long millis) {
        Duration none = Duration.ofMillis(millis);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.status(500).processedAfter(none))
                .withMessage("delay must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(500).shownAfter(none));
    }

    @Test
    void cutBeforeProcessing_onWrite_appliesNothing() {
        simulator.inject(Fault.cutBeforeProcessing());

        assertThatIOException().isThrownBy(() -> caller.post("/v1/deals", NEW_DEAL));

        assertThat(last().status()).isZero();
        assertThat(last().applied()).isFalse();
        assertThat(simulator.deals()).hasSize(2);
    }

    @Test
    void cutAfterProcessing_onWrite_appliesIt() {
        simulator.inject(Fault.cutAfterProcessing());

        assertThatIOException().isThrownBy(() -> caller.post("/v1/deals", NEW_DEAL));

        assertThat(last().status()).isZero();
        assertThat(last().applied()).isTrue();
        assertThat(last().fault()).hasValueSatisfying(text -> assertThat(text).contains("cut", "after processing"));
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void cutBody_onRead_failsWhileReadingTheBody() {
        simulator.inject(Fault.cutBody());

        assertThatIOException().isThrownBy(() -> caller.get("/v1/stages")).withMessageContaining("end of stream");

        assertThat(last().status()).isEqualTo(200);
    }

    @Test
    void cutBody_onResponseWithoutBody_cutsAll() {
        simulator.inject(Fault.cutBody());

        assertThatIOException().isThrownBy(() -> caller.delete("/v1/deals/" + Caller.STARTUP));

        assertThat(last().status()).isZero();
        assertThat(last().applied()).isTrue();
    }

    @Test
    void malformedBody_onRead_isFramedRightButNotJson() throws Exception {
        simulator.inject(Fault.malformedBody());

        Reply reply = caller.get("/v1/stages");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).startsWith("{\"data\":[");
        assertThat(Json.object(reply.text())).isEmpty();
    }

    @Test
    void delay_longerThanTheCallerWaits_timesOutBeforeProcessing() {
        simulator.inject(Fault.delay(Duration.ofMinutes(1)));
        Caller hasty = caller.withTimeout(Duration.ofMillis(100));

        assertThatIOException().isThrownBy(() -> hasty.post("/v1/deals", NEW_DEAL));

        assertThat(last().applied()).isFalse();
        assertThat(simulator.deals()).hasSize(2);
    }

    @Test
    void delay_afterProcessing_timesOutAlthoughApplied() {
        simulator.inject(Fault.delay(Duration.ofMinutes(1)).afterProcessing());
        Caller hasty = caller.withTimeout(Duration.ofMillis(100));

        assertThatIOException().isThrownBy(() -> hasty.post("/v1/deals", NEW_DEAL));

        assertThat(last().applied()).isTrue();
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void delay_short_respondsAsUsual() throws Exception {
        simulator.inject(Fault.delay(Duration.ofMillis(50)));
        long start = System.nanoTime();

        assertThat(caller.get("/v1/stages").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    /** Without a server in between, which would end the caller's wait by itself when it is closed. */
    @Test
    void close_duringDelay_endsTheWait() throws Exception {
        simulator.inject(Fault.delay(Duration.ofMinutes(5)));
        SimulatorRequest request = new SimulatorRequest("GET", "/v1/stages", Map.of(), Map.of(), "");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
            try {
                return simulator.handle(request).response().status();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        simulator.awaitRequests(1, Duration.ofSeconds(10));

        simulator.close();

        assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(503);
        assertThat(last().status()).as("the request was not processed").isZero();
    }

    @Test
    void times_twoOfThree_strikesTwice() throws Exception {
        simulator.inject(Fault.status(500).times(2));

        assertThat(statuses(3)).containsExactly(500, 500, 200);
        assertThat(simulator.faults().pending()).isZero();
    }

    @Test
    void always_untilCleared_strikesEveryTime() throws Exception {
        simulator.inject(Fault.status(500).always());

        assertThat(statuses(5)).containsOnly(500);
        simulator.faults().clear();
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void share_sameSeed_strikesTheSameRequests() throws Exception {
        simulator.inject(Fault.status(500).share(0.2, 7));
        List<Integer> first = statuses(100);
        simulator.faults().clear();
        simulator.inject(Fault.status(500).share(0.2, 7));

        assertThat(statuses(100)).isEqualTo(first);
        assertThat(first.stream().filter(status -> status == 500).count()).isBetween(10L, 30L);
    }

    @Test
    void on_methodAndGlob_strikesOnlyThose() throws Exception {
        simulator.inject(Fault.status(500).on("POST", "/v1/deals/*/close").always());
        String close = "/v1/deals/" + Caller.STARTUP + "/close";

        assertThat(caller.get("/v1/deals").status()).isEqualTo(200);
        assertThat(caller.post("/v1/deals", NEW_DEAL).status()).isEqualTo(201);
        assertThat(caller.post(close, "{\"result\":\"won\"}").status()).isEqualTo(500);
    }

    @Test
    void plan_severalMatch_firstAddedWins() throws Exception {
        simulator.faults().add(Fault.status(500)).add(Fault.status(502)).add(Fault.status(503));

        assertThat(statuses(4)).containsExactly(500, 502, 503, 200);
    }

    @Test
    void build_senselessFault_isRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(500).times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(500).share(1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofMillis(-1)));
        assertThatIllegalStateException().isThrownBy(() -> Fault.cutBody().body("x"));
    }

    private List<Integer> statuses(int calls) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(caller.get("/v1/stages").status());
        }
        return statuses;
    }

    private JournalEntry last() {
        List<JournalEntry> journal = simulator.journal();
        return journal.get(journal.size() - 1);
    }
}
