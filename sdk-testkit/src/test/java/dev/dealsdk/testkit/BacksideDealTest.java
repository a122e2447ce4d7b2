package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BacksideDealTest extends BacksideTest {

    @AfterEach
    void keepTheContract() {
        simulator.requireContract();
    }

    @Test
    void get_sampleDeal_isAsComposedInTheContract() throws Exception {
        Reply reply = caller.get(DEAL);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .containsEntry("name", "Acme annual plan")
                .containsEntry("pipeline_name", "Enterprise Sales")
                .containsEntry("stage_name", "Proposal")
                .containsEntry("closed_at", null)
                .doesNotContainKey("_temporal");
        assertThat(reply.text()).contains("\"amount\":12000.0,").contains("\"role\":\"champion\"");
    }

    @Test
    void get_softDeletedDeal_isReadWithItsMark() throws Exception {
        String id = String.valueOf(simulator.deals().get(1).get("id"));

        Reply reply = caller.get(DEALS + "/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .containsEntry("deleted_at", "2026-04-01T12:10:00Z")
                .containsEntry("stage_name", "Lead")
                .containsEntry("contacts", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "7.10", "\"text\"", "[1,null]", "{\"a\":{\"b\":[]}}"})
    void addDeal_anyMetadata_isServedAndFits(String metadata) throws Exception {
        String id =
                simulator.addDeal(Json.object("{\"metadata\":" + metadata + "}").orElseThrow());

        assertThat(caller.get(DEALS + "/" + id).text()).contains("\"metadata\":" + metadata + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "12000.00", "9007199254740993", "0.10000000000000000000000001"})
    void addDeal_amount_keepsItsDigits(String amount) throws Exception {
        String id = simulator.addDeal(Json.object("{\"amount\":" + amount + "}").orElseThrow());

        assertThat(caller.get(DEALS + "/" + id).text()).contains("\"amount\":" + amount + ",");
    }

    @Test
    void move_knownStage_changesStageOnlyAndIsAudited() throws Exception {
        Map<String, Object> expected = caller.get(DEAL).json();
        expected.keySet().removeAll(List.of("contacts", "pipeline_name", "stage_name"));
        expected.putAll(Map.of("stage_id", stage("Won"), "updated_at", NOON.toString()));

        Reply reply = caller.post(DEAL + "/move", moveTo("Won"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(expected);
        assertThat(caller.get(DEAL).json()).containsEntry("stage_name", "Won");
        assertThat(simulator.stageChanges(SAMPLE)).isEqualTo(1);
    }

    @Test
    void move_twice_isAuditedTwice() throws Exception {
        caller.post(DEAL + "/move", moveTo("Won"));
        caller.post(DEAL + "/move", moveTo("Won"));

        assertThat(simulator.stageChanges(SAMPLE)).isEqualTo(2);
        assertThat(simulator.journal()).extracting(JournalEntry::applied).containsExactly(true, true);
    }

    @Test
    void contacts_ofADeal_areABareArray() throws Exception {
        assertThat(array(caller.get(DEAL + "/contacts")))
                .singleElement()
                .satisfies(contact -> assertThat(contact)
                        .containsEntry("contact_id", CONTACT)
                        .containsEntry("is_primary", true)
                        .containsEntry("introduced_by", null));
    }

    @Test
    void link_contactWithAllFields_isThereAfterwards() throws Exception {
        String body = "{\"contact_id\":\"%s\",\"introduced_by\":\"%s\",\"is_primary\":true,\"role\":\"buyer\"}"
                .formatted(Caller.UNKNOWN, CONTACT);

        Reply reply = caller.post(DEAL + "/contacts", body);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json())
                .containsAllEntriesOf(Json.object(body).orElseThrow())
                .containsEntry("deal_id", SAMPLE);
        assertThat(array(caller.get(DEAL + "/contacts"))).hasSize(2).contains(reply.json());
        assertThat(caller.get(DEAL).text()).contains("\"role\":\"buyer\"");
    }

    @Test
    void link_contactWithNulls_takesDefaults() throws Exception {
        String body = "{\"contact_id\":\"%s\",\"introduced_by\":null,\"is_primary\":null,\"role\":null}"
                .formatted(Caller.UNKNOWN);

        Reply reply = caller.post(DEAL + "/contacts", body);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json()).containsEntry("is_primary", false).containsEntry("role", null);
    }

    @Test
    void list_byDefault_isAnEnvelopeWithEverything() throws Exception {
        Reply reply = caller.get(DEALS);

        assertThat(reply.json()).containsOnlyKeys("data", "has_more", "next_cursor");
        assertThat(reply.json()).containsEntry("has_more", false).containsEntry("next_cursor", null);
        assertThat(reply.names()).containsExactly("Acme annual plan", "Acme annual plan (duplicate)");
        assertThat(reply.text()).doesNotContain("stage_name");
    }

    @Test
    void list_byStage_leavesTheOthersOut() throws Exception {
        assertThat(caller.get(DEALS + "?stage_id=" + stage("Proposal")).names()).containsExactly("Acme annual plan");
        assertThat(caller.get(DEALS + "?stage_id=" + stage("Won")).names()).isEmpty();
    }

    @Test
    void list_inPages_isReadByItsCursor() throws Exception {
        simulator.listInPagesOf(1);

        Reply first = caller.get(DEALS);
        Reply second = caller.get(DEALS + "?cursor=" + first.json().get("next_cursor"));

        assertThat(first.json()).containsEntry("has_more", true);
        assertThat(first.names()).containsExactly("Acme annual plan");
        assertThat(second.json()).containsEntry("has_more", false).containsEntry("next_cursor", null);
        assertThat(second.names()).containsExactly("Acme annual plan (duplicate)");
    }

    @Test
    void create_nameAlone_isInTheFirstStageOfTheDefaultPipeline() throws Exception {
        Reply reply = caller.post(DEALS, "{\"name\":\"Ana\",\"amount\":0.10}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).contains("\"amount\":0.10,");
        assertThat(reply.json())
                .containsEntry("name", "Ana")
                .containsEntry("stage_id", stage("Lead"))
                .containsEntry("created_at", NOON.toString())
                .containsEntry("deleted_at", null);
        assertThat(caller.get(DEALS + "/" + reply.json().get("id")).json()).containsEntry("stage_name", "Lead");
        assertThat(simulator.journal().get(0).applied()).isTrue();
    }

    @Test
    void update_someFields_isMergedAndMovesNothing() throws Exception {
        Reply reply = caller.put(DEAL, "{\"name\":\"Ana\",\"currency\":null}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .containsEntry("name", "Ana")
                .containsEntry("currency", null)
                .containsEntry("value_period", "annual")
                .containsEntry("updated_at", NOON.toString());
        assertThat(simulator.stageChanges(SAMPLE)).isZero();
    }

    @Test
    void update_replacing_takesAwayWhatIsLeftOut() throws Exception {
        simulator.replaceOnUpdate();

        Reply reply = caller.put(DEAL, "{\"currency\":\"EUR\"}");

        assertThat(reply.json())
                .containsEntry("currency", "EUR")
                .containsEntry("value_period", null)
                .containsEntry("contact_id", null)
                .containsEntry("name", "Acme annual plan")
                .containsEntry("stage_id", stage("Proposal"));
    }

    @Test
    void delete_anyDeal_marksItAndIsDoneOnce() throws Exception {
        assertThat(caller.delete(DEAL).status()).isEqualTo(204);

        assertThat(caller.get(DEAL).json()).containsEntry("deleted_at", NOON.toString());
        assertThat(caller.put(DEAL, "{\"name\":\"Ana\"}").status()).isEqualTo(404);
        assertThat(caller.delete(DEAL).status()).isEqualTo(404);
    }

    @Test
    void tenant_always_isTheSample() throws Exception {
        assertThat(caller.get("/api/v1/tenant").json()).containsEntry("name", "My Company");
    }

    @Test
    void token_ofEitherKind_hasTheVendorsForm() {
        assertThat(Arrays.asList(simulator.token(), simulator.readOnlyToken()))
                .doesNotHaveDuplicates()
                .allMatch(token -> token.matches("bsk_(live|test)_[A-Za-z0-9]{43}"));
    }
}
