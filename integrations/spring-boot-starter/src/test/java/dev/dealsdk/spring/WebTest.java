package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A whole web application over HTTP, as Boot itself puts it together. */
final class WebTest {
    private static final Play2SellSimulator VENDOR = Play2SellSimulator.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Desk.class)
    static class Application {}

    record Parcel(String label, int weight) {}

    @RestController
    static class Desk {
        private final DealsClient deals;

        Desk(DealsClient deals) {
            this.deals = deals;
        }

        @GetMapping("/deals/{id}")
        Deal get(@PathVariable("id") String id) {
            return deals.get(id);
        }

        @GetMapping("/deals")
        List<Deal> list() {
            return deals.list(DealQuery.open()).stream().toList();
        }

        @PostMapping("/deals")
        Deal create(@RequestBody NewDeal deal) {
            return deals.create(deal);
        }

        @PostMapping("/many")
        int createMany(@RequestBody Map<String, List<NewDeal>> deals) {
            return deals.size();
        }

        @PostMapping("/parcels")
        String parcel(@RequestBody Parcel parcel) {
            return parcel.label();
        }
    }

    @BeforeAll
    static void start() {
        String[] arguments = Stream.concat(
                        Stream.of(Apps.properties("--deals.", VENDOR)),
                        Stream.of(
                                "--server.port=0",
                                "--deals.problem-details.enabled=true",
                                "--deals.max-attempts=1",
                                "--management.endpoint.health.probes.enabled=true",
                                "--management.endpoint.health.show-details=always",
                                "--management.endpoints.web.exposure.include=health,metrics"))
                .toArray(String[]::new);
        application = new SpringApplicationBuilder(Application.class).run(arguments);
    }

    @AfterAll
    static void stop() {
        application.close();
        VENDOR.close();
    }

    @BeforeEach
    void forget() {
        VENDOR.faults().clear();
        VENDOR.clearJournal();
    }

    @Test
    void get_deal_isWrittenByTheModule() throws Exception {
        String id = String.valueOf(VENDOR.deals().get(0).get("id"));

        HttpResponse<String> response = get("/deals/" + id);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"id\":\"" + id + "\",\"provider\":\"play2sell\",\"status\":");
        assertThat(get("/deals").body()).startsWith("[{\"id\":");
    }

    @Test
    void post_newDeal_isReadByTheModule() throws Exception {
        int before = VENDOR.deals().size();

        HttpResponse<String> response = post(
                "/deals", "{\"name\":\"One\",\"value\":{\"amount\":1234.50},\"stage\":{\"named\":\"qualification\"}}");

        assertThat(response.body()).contains("\"name\":\"One\"", "\"amount\":1234.5");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(VENDOR.deals()).hasSize(before + 1);
    }

    @Test
    void post_badBody_isABadRequestWithThePath() throws Exception {
        HttpResponse<String> amount = post("/deals", "{\"name\":\"One\",\"value\":{\"amount\":\"much\"}}");
        HttpResponse<String> date = post("/deals", "{\"name\":\"One\",\"expectedCloseOn\":\"1.5.2026\"}");
        HttpResponse<String> number = post("/deals", "{\"name\":\"One\",\"value\":{\"amount\":\"12\"}}");
        HttpResponse<String> stage = post("/deals", "{\"name\":\"One\",\"stage\":{\"nickname\":\"q\"}}");
        HttpResponse<String> stageAsText = post("/deals", "{\"name\":\"One\",\"stage\":\"qualification\"}");
        HttpResponse<String> inAList = post("/many", "{\"deals\":[{\"name\":\"One\"},{\"name\":2}]}");
        HttpResponse<String> whole = post("/deals", "[1]");

        assertThat(List.of(amount, number, date, stage, stageAsText, inAList, whole))
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(400);
                    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                })
                .extracting(response -> response.body().replaceAll(".*\"field\":\"([^\"]*)\".*", "$1"))
                .containsExactly(
                        "value.amount", "value.amount", "expectedCloseOn", "stage", "stage", "deals[1].name", "");
        assertThat(date.body())
                .contains("\"detail\":\"expectedCloseOn: ")
                .doesNotContain("expectedCloseOn: expectedCloseOn");
        assertThat(VENDOR.journal()).isEmpty();
    }

    @Test
    void post_badBodyOfAnotherType_isLeftToBoot() throws Exception {
        HttpResponse<String> response = post("/parcels", "{\"label\":\"a\",\"weight\":\"heavy\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"error\":\"Bad Request\"").doesNotContain("dealsdk", "weight");
    }

    @Test
    void get_failedCall_isToldAsProblemDetails() throws Exception {
        HttpResponse<String> missing = get("/deals/880e8400-e29b-41d4-a716-44665544ffff");
        VENDOR.inject(Fault.status(429).header("Retry-After", "60"));
        HttpResponse<String> busy = get("/deals");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(missing.body())
                .contains(
                        "\"type\":\"urn:dealsdk:problem:deal-not-found\"",
                        "\"provider\":\"play2sell\"",
                        "\"operation\":\"GET\"",
                        "\"outcome\":\"REJECTED\"",
                        "\"instance\":\"/deals/880e8400-e29b-41d4-a716-44665544ffff\"");
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void actuator_showsHealthAndMetrics() throws Exception {
        VENDOR.inject(Fault.status(503).always());
        assertThat(get("/deals").statusCode()).isEqualTo(503);

        assertThat(get("/actuator/health/deals").body()).contains("\"status\":\"DOWN\"");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics/deals.calls?tag=operation:list&tag=exception:VendorUnavailableException")
                        .body())
                .contains("\"statistic\":\"COUNT\",\"value\":1.0");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private static HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(String path) {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
