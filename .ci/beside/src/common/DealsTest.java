import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealValue;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.junit.DealsSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DealsTest {
    @RegisterExtension
    static final DealsSimulator vendor = DealsSimulator.play2sell();

    @Test
    void create_keepsTheContract(DealsClient deals, Play2SellSimulator simulator) {
        int before = simulator.deals().size();

        deals.create(NewDeal.builder().name("One").value(DealValue.of("1234.56")).build());

        assertEquals(before + 1, simulator.deals().size());
    }

    @Test
    void breach_isToldInEnglish(Play2SellSimulator simulator) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/v1/deals"))
                .header("Authorization", "Bearer " + simulator.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":1,\"valeu\":\"x\"}"))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertFalse(simulator.contractViolations().isEmpty());
        String told = simulator.contractViolations().toString();
        assertTrue(told.contains("integer found, string expected") && told.contains("valeu"), told);
        simulator.clearContractViolations();
    }
}
