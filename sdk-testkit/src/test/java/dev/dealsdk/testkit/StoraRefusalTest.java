package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and that no refusal breaks the contract. */
final class StoraRefusalTest extends StoraTest {

    @AfterEach
    void responsesKeepTheContract() {
        assertThat(simulator.contractViolations()).noneMatch(sentence -> sentence.startsWith("response"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    POST  | ''      | {"name":null,"contact":{"id":"x"},"stage":{"id":"y"}}     | /contact /stage /name
                    PATCH | /{id}   | {"name":7}                                                | /name
                    PATCH | /{id}   | {"name":null}                                             | /name
                    PATCH | /{id}   | {"assignee":"staff_1"}                                    | /assignee
                    PATCH | /{id}   | {"site":{"id":"staff_1"}}                                 | /site
                    PATCH | /{id}   | {"note":1,"starts_at":"soon"}                             | /note /starts_at
                    PATCH | /{id}   | {"metadata":{"Key":"v","n":1,"a~b":null}}                 | /metadata/Key /metadata/n /metadata/a~0b
                    PATCH | /{id}   | {"metadata":null}                                         | /metadata
                    PATCH | /{id}   | {"line_items":null}                                       | /line_items
                    PATCH | /{id}   | {"line_items":[{"type":"box","item":{"id":"x"}}]}         | /line_items/0/type
                    PATCH | /{id}   | {"line_items":[{"type":"protection","item":{}},{"type":"protection","item":{"id":"x"}}]} | /line_items/0/item /line_items/1/type
                    PATCH | /{id}   | {"stage":{"id":"dstg_unknown"}}                           | /stage/id
                    POST  | /{id}/lose   | {}                                                   | /lost_reason
                    POST  | /{id}/lose   | {"lost_reason":1}                                    | /lost_reason
                    POST  | /{id}/lose   | {"lost_reason":"Too expensive"}                      | /lost_reason
                    POST  | /{id}/reopen | {"stage":null,"assignee":null}                       | /stage /assignee
                    """)
    void write_badField_isNamedByItsPointer(String method, String path, String body, String pointers) throws Exception {
        String target = DEALS + path.replace("''", "").replace("{id}", "deal_127b3057d5df338e");

        Reply reply = caller.send(method, target, RequestBody.create(body, MediaType.get("application/json")));

        assertThat(refusal(reply)).isEqualTo("422 invalid_content");
        assertThat(pointers(reply)).containsExactly((Object[]) pointers.split(" "));
    }

    @Test
    void update_metadataPastItsLimits_isRefused() throws Exception {
        assertThat(pointers(caller.patch(OPEN, metadata(0, 21)))).containsExactly("/metadata");
        assertThat(caller.patch(OPEN, metadata(0, 20)).status()).isEqualTo(200);
        assertThat(pointers(caller.patch(OPEN, metadata(20, 21)))).containsExactly("/metadata");
        assertThat(pointers(caller.patch(OPEN, "{\"metadata\":{\"k\":\"" + "x".repeat(501) + "\"}}")))
                .containsExactly("/metadata/k");
        assertThat(pointers(caller.patch(OPEN, "{\"metadata\":{\"" + "k".repeat(41) + "\":\"v\"}}")))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/2025-09/deals/deal_unknown, resource_not_found",
        "/2025-09/deals/127, resource_not_found",
        "/2025-09/deals/stages/dstg_unknown, resource_not_found",
        "/2025-09/contacts/con_unknown, resource_not_found",
        "/2025-09/sites/site_unknown, resource_not_found",
        "/2025-09/deal, invalid_endpoint",
        "/2024-01/deals, invalid_endpoint",
        "/2025-09/deals/deal_127b3057d5df338e/win, invalid_endpoint"
    })
    void get_whatIsNotThere_isNotFound(String path, String code) throws Exception {
        assertThat(refusal(caller.get(path))).isEqualTo("404 " + code);
    }

    @Test
    void win_idWithoutPrefix_isRefusedAsAParameter() throws Exception {
        assertThat(refusal(caller.post(DEALS + "/127/win", ""))).isEqualTo("422 invalid_url_param");
    }

    @Test
    void transition_theStatusDoesNotAllow_isAConflict() throws Exception {
        assertThat(refusal(caller.post(WON + "/win", ""))).isEqualTo("409 conflict");
        assertThat(refusal(caller.post(WON + "/lose", "{\"lost_reason\":\"price_concerns\"}")))
                .isEqualTo("409 conflict");
        assertThat(refusal(caller.post(OPEN + "/reopen", "{}"))).isEqualTo("409 conflict");
        assertThat(simulator.deals()).extracting(deal -> deal.get("status")).containsExactly("open", "open", "won");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[]", "{", "{\"name\":\"a\",\"name\":\"b\"}"})
    void update_bodyThatIsNoObject_isMalformed(String body) throws Exception {
        assertThat(refusal(caller.patch(OPEN, body))).isEqualTo("400 invalid_request");
    }

    @Test
    void update_foreignContentType_isMalformed() throws Exception {
        Reply reply = caller.send("PATCH", OPEN, RequestBody.create("{\"name\":\"x\"}", MediaType.get("text/plain")));

        assertThat(refusal(reply)).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                 | 200
                    text/csv, Application/JSON;q=0.5 | 200
                    application/*                    | 200
                    */*;q=0.1                        | 200
                    text/csv                         | 406
                    application/pdf                  | 406
                    """)
    void get_withAccept_needsJson(String accept, int status) throws Exception {
        assertThat(caller.withHeader("Accept", accept).get(OPEN).status()).isEqualTo(status);
    }

    @Test
    void requests_withoutAcceptedToken_areUnauthorized() throws Exception {
        assertThat(refusal(caller.withToken("wrong").get(OPEN))).isEqualTo("401 invalid_token");
        assertThat(refusal(caller.withToken("").get(DEALS))).isEqualTo("401 invalid_token");
        assertThat(refusal(caller.withToken("wrong").get("/2025-09/deal"))).isEqualTo("404 invalid_endpoint");
    }

    private static String metadata(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "\"key." + i + "\":\"v\"")
                .collect(Collectors.joining(",", "{\"metadata\":{", "}}"));
    }
}
