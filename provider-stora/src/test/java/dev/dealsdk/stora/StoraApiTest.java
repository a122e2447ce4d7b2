package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.spi.VendorRequest;
import dev.dealsdk.testkit.JournalEntry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vendor's own API, endpoint by endpoint. */
final class StoraApiTest extends SimulatorTest {
    private final StoraApi api = deals.unwrap(StoraApi.class);

    @Test
    void showDeal_expanded_holdsTheResources() {
        StoraDeal deal = api.showDeal(OPEN, "contact", "stage", "site");

        assertThat(deal.contact().orElseThrow().rest()).containsEntry("full_name", "John Doe");
        assertThat(deal.stage().orElseThrow().name()).contains("first");
        assertThat(deal.stage().orElseThrow().position()).contains(1);
        assertThat(deal.site().orElseThrow().rest()).containsEntry("phone", "012345789");
        assertThat(simulator.journal().get(0).parameter("expand")).contains("contact,stage,site");
    }

    @Test
    void transitions_expanded_holdTheResources() {
        assertThat(api.winDeal(OPEN, "stage").stage().orElseThrow().name()).contains("first");
        assertThat(api.reopenDeal(OPEN, StoraDealReopen.builder().build(), "stage")
                        .stage()
                        .orElseThrow()
                        .name())
                .contains("first");
        assertThat(api.loseDeal(OPEN, "price_concerns", "contact")
                        .contact()
                        .orElseThrow()
                        .rest())
                .containsKey("email");
    }

    @Test
    void createAndUpdateDeal_inStorasOwnTypes_work() {
        StoraDeal created = api.createDeal(StoraDealCreate.builder()
                .name("New")
                .contact("con_1")
                .addLineItems(StoraLineItemInput.builder()
                        .type("protection")
                        .item("plvl_1")
                        .build())
                .build());
        StoraDeal updated = api.updateDeal(
                created.id(),
                StoraDealUpdate.builder()
                        .metadata(Map.of("k", "v"))
                        .addNulls("note")
                        .build());

        assertThat(updated.metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(updated.lineItems()).extracting(item -> item.item().id()).containsExactly(Optional.of("plvl_1"));
    }

    @Test
    void listDeals_withoutParameters_sendsNone() {
        StoraDealPage page = api.listDeals(Optional.empty(), Optional.empty());

        assertThat(page.deals()).hasSize(3);
        assertThat(page.pagination().orElseThrow().limit()).contains(50);
        assertThat(simulator.journal()).extracting(JournalEntry::query).containsExactly(Map.of());
    }

    @Test
    void stages_byDefault_areTheNewestFirst() {
        StoraStagePage page =
                api.listDealStages(StoraStageQuery.builder().limit(2).build());

        assertThat(page.stages()).extracting(StoraStage::id).containsExactly("dstg_347b3057d5df338e", SECOND);
        assertThat(page.pagination().orElseThrow().next()).contains(2);
        assertThat(api.showDealStage(FIRST)).extracting(StoraStage::position).isEqualTo(Optional.of(1));
    }

    @Test
    void showDealStage_idOfAnotherForm_isRefused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> api.showDealStage("first"))
                .withMessageContaining("dstg_127b3057d5df338e");
    }

    @Test
    void send_neighbour_isReadAsJdkTypes() {
        Object answer = api.send(VendorRequest.get("2025-09", "contacts", "con_0ac0514ed0711462"))
                .orElseThrow();

        assertThat(Bodies.object(Bodies.object(answer).get("contact"))).containsEntry("full_name", "John Doe");
    }
}
