package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.dealsdk.testkit.Caller.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoraIdempotencyTest extends StoraTest {
    private final Caller keyed = caller.withHeader("Idempotency-Key", "key-1");

    @AfterEach
    void keepsTheContract() {
        assertThat(simulator.contractViolations()).noneMatch(sentence -> sentence.startsWith("response"));
    }

    @Test
    void create_sameKey_isRespondedToAgainAndDoneOnce() throws Exception {
        Reply first = keyed.post(DEALS, NEW_DEAL);
        Reply second = keyed.post(DEALS, NEW_DEAL);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(simulator.deals()).hasSize(4);
        assertThat(simulator.journal()).extracting(JournalEntry::applied).containsExactly(true, false);
    }

    @Test
    void create_manyKeysAtOnce_breaksNothingInTheSimulator() throws Exception {
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            callers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 60; j++) {
                    post("key-" + number + "-" + j);
                }
            }));
        }
        for (CompletableFuture<Void> each : callers) {
            each.get();
        }

        simulator.requireContract();
        assertThat(simulator.deals()).hasSize(3 + 240);
    }

    private void post(String key) {
        try {
            assertThat(caller.withHeader("Idempotency-Key", key)
                            .post(DEALS, NEW_DEAL)
                            .status())
                    .isEqualTo(201);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void create_otherKeyOrNone_isDoneAgain() throws Exception {
        keyed.post(DEALS, NEW_DEAL);
        caller.withHeader("Idempotency-Key", "key-2").post(DEALS, NEW_DEAL);
        caller.post(DEALS, NEW_DEAL);

        assertThat(simulator.deals()).hasSize(6);
    }

    @Test
    void create_afterALostResponse_isDoneOnce() throws Exception {
        simulator.inject(Fault.cutAfterProcessing());
        assertThatIOException().isThrownBy(() -> keyed.post(DEALS, NEW_DEAL));

        assertThat(keyed.post(DEALS, NEW_DEAL).status()).isEqualTo(201);

        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void create_afterACutBeforeProcessing_isDoneByTheSecondTry() throws Exception {
        simulator.inject(Fault.cutBeforeProcessing());
        assertThatIOException().isThrownBy(() -> keyed.post(DEALS, NEW_DEAL));

        assertThat(keyed.post(DEALS, NEW_DEAL).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void create_afterAFailureOfTheVendor_isRefusedWithItAgain(int status) throws Exception {
        simulator.inject(Fault.status(status).body("{\"failed\":true}").afterProcessing());
        keyed.post(DEALS, NEW_DEAL);

        Reply again = keyed.post(DEALS, NEW_DEAL);

        assertThat(again.status()).isEqualTo(status);
        assertThat(again.text()).isEqualTo("{\"failed\":true}");
        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void create_afterAFailureBeforeProcessing_isProcessed() throws Exception {
        simulator.inject(Fault.status(500));
        keyed.post(DEALS, NEW_DEAL);

        assertThat(keyed.post(DEALS, NEW_DEAL).status()).isEqualTo(201);
    }

    @Test
    void create_afterAFailureOfAGateway_isRefusedWithTheVendorsOwn() throws Exception {
        simulator.inject(Fault.status(502).afterProcessing());
        keyed.post(DEALS, NEW_DEAL);

        assertThat(keyed.post(DEALS, NEW_DEAL).status()).isEqualTo(201);
        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void refusals_ofTheRequest_areKeptAndThoseOfTheTokenAreNot() throws Exception {
        assertThat(keyed.withToken("wrong").post(WON + "/win", "").status()).isEqualTo(401);
        assertThat(keyed.post(WON + "/win", "").status()).isEqualTo(409);
        caller.post(WON + "/reopen", "{}");

        assertThat(keyed.post(WON + "/win", "").status()).isEqualTo(409);
        assertThat(simulator.deals()).extracting(deal -> deal.get("status")).containsExactly("open", "open", "open");
    }

    @Test
    void update_sameKey_isDoneAgain() throws Exception {
        keyed.patch(OPEN, "{\"name\":\"one\"}");

        assertThat(deal(keyed.patch(OPEN, "{\"name\":\"two\"}"))).containsEntry("name", "two");
    }
}
