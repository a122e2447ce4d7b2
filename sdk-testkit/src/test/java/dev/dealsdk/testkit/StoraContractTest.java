package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoraContractTest extends StoraTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
                    POST  | /deals                | {"name":"n","contacts":{"id":"con_1"}}              | 'contacts'
                    POST  | /deals                | {"contact":{"id":"con_1","name":"x"}}               | /contact
                    POST  | /deals                | {"assignee":{"id":"staff_1","name":"x"}}            | /assignee
                    POST  | /deals                | {"metadata":{"k":1}}                                | /metadata/k
                    POST  | /deals                | {"metadata":{"k":null}}                             | /metadata/k
                    POST  | /deals                | {"line_items":[{"type":"protection","item":{"id":"x"},"quantity":1}]} | 'quantity'
                    PATCH | /deals/deal_1         | {"stage":{"id":"dstg_1","name":"x"}}                | /stage
                    PATCH | /deals/deal_1         | {"contact":{"id":"con_1"}}                          | 'contact'
                    PATCH | /deals/deal_1         | {"metadata":{"Key":"v"}}                            | Key
                    PATCH | /deals/deal_1         | ~~                                                  | a body is required
                    POST  | /deals/deal_1/win     | {}                                                  | no body is expected
                    POST  | /deals/1/win          | ~~                                                  | path parameter deal_id
                    POST  | /deals/deal_1/lose    | {"reason":"x"}                                      | required property 'lost_reason'
                    POST  | /deals/deal_1/reopen  | {"assignee":null}                                   | /assignee
                    GET   | /deals?status=open    | -                                                   | query parameter status
                    GET   | /deals/stages?limit=101 | -                                                 | query parameter limit
                    GET   | /deals/stages?sort_direction=asc | -                                        | query parameter sort_direction
                    DELETE | /deals/deal_1        | -                                                   | no such operation
                    """)
    void request_breachingTheContract_isReported(String method, String path, String body, String expected)
            throws Exception {
        RequestBody sent = body == null ? null : RequestBody.create(body, MediaType.get("application/json"));

        caller.send(method, "/2025-09" + path, sent);

        assertThat(simulator.contractViolations())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).startsWith("request " + method + " /2025-09/"))
                .anySatisfy(sentence -> assertThat(sentence).contains(expected));
    }

    @Test
    void request_withoutABodyThatIsOptional_isFine() throws Exception {
        caller.post(WON + "/reopen", "");

        simulator.requireContract();
    }

    @Test
    void response_withAStatusOfADescribedRange_isHeldAgainstIt() {
        OpenApiContract check = simulator.contract();
        SimulatorRequest request = new SimulatorRequest("POST", DEALS, Map.of(), Map.of(), "");

        assertThat(check.response(
                        request, SimulatorResponse.json(201, simulator.deals().get(0))))
                .anySatisfy(sentence -> assertThat(sentence).contains("required property 'deal' not found"));
        assertThat(check.response(
                        request,
                        SimulatorResponse.json(
                                202, Map.of("deal", simulator.deals().get(0), "meta", Map.of()))))
                .isEmpty();
        assertThat(check.response(request, SimulatorResponse.empty(302))).isNotEmpty();
    }

    @Test
    void samples_ofTheDocument_fitIt() {
        OpenApiDocument document = OpenApiDocument.load("stora.openapi.yaml");
        Set<String> names =
                Set.of("DealShown", "DealShownOlderShape", "DealCreated", "DealUpdated", "DealWon", "DealLost");

        assertThat(names)
                .allSatisfy(name -> assertThat(simulator
                                .contract()
                                .fits("DealEnvelope", document.at("/components/examples/" + name + "/value")))
                        .isTrue());
    }

    @Test
    void document_asAResource_isThere() throws Exception {
        try (InputStream document = StoraSimulator.class.getResourceAsStream("stora.openapi.yaml")) {
            assertThat(document).isNotNull();
        }
    }
}
