package beside;

import dev.dealsdk.testkit.Play2SellSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The contract check of the test kit as a Java module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/v1/deals"))
                    .header("Authorization", "Bearer " + simulator.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":1}"))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            String told = simulator.contractViolations().toString();
            if (!Main.class.getModule().isNamed() || !told.contains("integer found, string expected")) {
                throw new AssertionError("told " + told);
            }
            System.out.println("module: " + simulator.contractViolations().size() + " breaches found");
        }
    }
}
