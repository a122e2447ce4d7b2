package acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulator written outside the test kit has everything that ours have: faults, a journal, a contract. */
final class AcmeSimulatorTest {
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

    private final AcmeSimulator simulator = AcmeSimulator.start();
    private final String deal = simulator.addDeal(Map.of("name", "Northwind"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void config_namesTheProvider() {
        assertThat(simulator.config())
                .containsEntry("deals.provider", "acme")
                .containsEntry("deals.base-url", simulator.url())
                .containsEntry("deals.token", "acme-token");
    }

    @Test
    void move_knownDeal_isAppliedAndNoted() throws Exception {
        assertThat(move("{\"stage\":\"offer\"}")).isEqualTo(200);

        assertThat(simulator.deals()).containsExactly(Map.of("id", deal, "name", "Northwind", "stage", "offer"));
        assertThat(simulator.journal()).singleElement().matches(JournalEntry::applied);
        simulator.requireContract();
    }

    @Test
    void move_withoutAStage_isRefusedAndBreachesTheContract() throws Exception {
        assertThat(move("{}")).isEqualTo(422);

        assertThat(simulator.journal()).singleElement().matches(entry -> !entry.applied());
        assertThat(simulator.contractViolations()).singleElement().asString().contains("'stage' not found");
    }

    @Test
    void move_cutAfterProcessing_isAppliedAllTheSame() {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals/*/move"));

        assertThatIOException().isThrownBy(() -> move("{\"stage\":\"offer\"}"));

        List<JournalEntry> journal = simulator.journal();
        assertThat(journal).singleElement().matches(JournalEntry::applied);
        assertThat(journal.get(0).fault()).isPresent();
    }

    @Test
    void addDeal_notAsTheContractSays_leavesResponsesUnchecked() throws Exception {
        String odd = simulator.addDeal(Map.of("stage", 7));

        assertThat(send(new Request.Builder().url(simulator.url() + "/v1/deals/" + odd)))
                .isEqualTo(200);

        simulator.requireContract();
    }

    private int move(String body) throws IOException {
        return send(new Request.Builder()
                .url(simulator.url() + "/v1/deals/" + deal + "/move")
                .post(RequestBody.create(body, MediaType.get("application/json"))));
    }

    private int send(Request.Builder request) throws IOException {
        request.header("Authorization", "Bearer " + simulator.token());
        try (Response response = HTTP.newCall(request.build()).execute()) {
            return response.code();
        }
    }
}
