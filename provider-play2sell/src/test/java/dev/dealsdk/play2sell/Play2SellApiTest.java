package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.VendorRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The vendor's own API, as {@code unwrap} hands it out. */
class Play2SellApiTest extends OnSimulator {
    private final Play2SellApi api = deals.unwrap(Play2SellApi.class);

    @Test
    void listDeals_everyParameter_isSentAsDocumented() {
        Play2SellDealPage page = api.listDeals(Play2SellDealQuery.builder()
                .page(1)
                .perPage(20)
                .sort("-value")
                .stageId(PROPOSAL)
                .ownerId(OWNER)
                .status("open")
                .minValue(new BigDecimal("1e3"))
                .maxValue(new BigDecimal("99999.99"))
                .closeDateAfter(LocalDate.of(2026, 1, 1))
                .closeDateBefore(LocalDate.of(2026, 12, 31))
                .search("tech")
                .build());

        assertThat(lastSent().query())
                .isEqualTo(Map.ofEntries(
                        Map.entry("page", List.of("1")),
                        Map.entry("per_page", List.of("20")),
                        Map.entry("sort", List.of("-value")),
                        Map.entry("stage_id", List.of(PROPOSAL)),
                        Map.entry("owner_id", List.of(OWNER)),
                        Map.entry("status", List.of("open")),
                        Map.entry("min_value", List.of("1000")),
                        Map.entry("max_value", List.of("99999.99")),
                        Map.entry("close_date_after", List.of("2026-01-01")),
                        Map.entry("close_date_before", List.of("2026-12-31")),
                        Map.entry("search", List.of("tech"))));
        assertThat(page.data()).extracting(Play2SellDeal::id).containsExactly(TECH_CORP);
        assertThat(page.total()).contains(1L);
        assertThat(page.page()).contains(1);
        assertThat(page.perPage()).contains(20);
        assertThat(page.totalPages()).contains(1);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void listDeals_nothingAsked_sendsNoQuery() {
        assertThat(api.listDeals(Play2SellDealQuery.builder().build()).data()).hasSize(2);

        assertThat(lastSent().query()).isEmpty();
    }

    @Test
    void getDeal_documentedSample_hasTheVendorsFields() {
        assertThat(api.getDeal(TECH_CORP))
                .isEqualTo(new Play2SellDeal(
                        TECH_CORP,
                        Optional.of("Tech Corp - Enterprise License"),
                        Optional.of(new BigDecimal("75000.00")),
                        Optional.of(new Play2SellDealStage(
                                Optional.of(PROPOSAL),
                                Optional.of("Proposal"),
                                Optional.of(new BigDecimal("50")),
                                Map.of())),
                        Optional.of("open"),
                        Optional.of("Maria Santos"),
                        Optional.of("maria@techcorp.com"),
                        Optional.of("Tech Corp"),
                        Optional.of(OWNER),
                        Optional.of(LocalDate.of(2026, 4, 15)),
                        Optional.of("high"),
                        Optional.of(LEAD),
                        Map.of("contract_type", "annual", "decision_maker", "CTO"),
                        List.of("enterprise", "priority"),
                        Optional.of(Instant.parse("2026-02-20T10:00:00Z")),
                        Optional.of(Instant.parse("2026-03-14T16:45:00Z")),
                        Map.of()));
    }

    @Test
    void createDeal_everyField_isSentUnderItsName() {
        Play2SellDeal deal = api.createDeal(Play2SellDealCreate.builder()
                .name("Direct")
                .value(new BigDecimal("10.50"))
                .stageId(QUALIFICATION)
                .contactName("Carlos Silva")
                .contactEmail("carlos@startupxyz.com")
                .company("StartupXYZ")
                .ownerId(OWNER)
                .expectedCloseDate(LocalDate.of(2026, 5, 1))
                .priority("low")
                .leadId(LEAD)
                .putCustomFields("seats", new BigDecimal("25"))
                .addTags("direct")
                .build());

        assertThat(lastBody()).isEqualTo(Fixtures.tree("""
                {"name": "Direct", "value": 10.50, "stage_id": "%s", "contact_name": "Carlos Silva",
                 "contact_email": "carlos@startupxyz.com", "company": "StartupXYZ", "owner_id": "%s",
                 "expected_close_date": "2026-05-01", "priority": "low", "lead_id": "%s",
                 "custom_fields": {"seats": 25}, "tags": ["direct"]}
                """.formatted(QUALIFICATION, OWNER, LEAD)));
        assertThat(deal.value()).contains(new BigDecimal("10.50"));
        assertThat(deal.stage().flatMap(Play2SellDealStage::name)).contains("Qualification");
    }

    @Test
    void updateDeal_everyField_isSentUnderItsName() {
        Play2SellDeal deal = api.updateDeal(
                STARTUP,
                Play2SellDealUpdate.builder()
                        .name("Renamed")
                        .value(new BigDecimal("1"))
                        .contactName("Ana Lima")
                        .contactEmail("ana@startupxyz.com")
                        .company("XYZ")
                        .ownerId(OWNER)
                        .expectedCloseDate(LocalDate.of(2026, 6, 1))
                        .priority("high")
                        .leadId(LEAD)
                        .putCustomFields("seats", new BigDecimal("5"))
                        .tags(List.of())
                        .build());

        assertThat(lastBody()).isEqualTo(Fixtures.tree("""
                {"name": "Renamed", "value": 1, "contact_name": "Ana Lima", "contact_email": "ana@startupxyz.com",
                 "company": "XYZ", "owner_id": "%s", "expected_close_date": "2026-06-01", "priority": "high",
                 "lead_id": "%s", "custom_fields": {"seats": 5}, "tags": []}
                """.formatted(OWNER, LEAD)));
        assertThat(deal).isEqualTo(api.getDeal(STARTUP));
    }

    @Test
    void moveDeal_withoutNote_sendsTheStageAlone() {
        Play2SellDeal deal = api.moveDeal(TECH_CORP, NEGOTIATION, Optional.empty());

        assertThat(lastBody()).isEqualTo(Fixtures.tree("{\"stage_id\": \"" + NEGOTIATION + "\"}"));
        assertThat(deal.stage().flatMap(Play2SellDealStage::id)).contains(NEGOTIATION);
    }

    @Test
    void closeDeal_wonAndLost_changesTheStatus() {
        Play2SellDeal won = api.closeDeal(
                TECH_CORP,
                Play2SellDealClose.builder()
                        .result("won")
                        .finalValue(new BigDecimal("82000"))
                        .build());
        Play2SellDeal lost = api.closeDeal(
                STARTUP,
                Play2SellDealClose.builder()
                        .result("lost")
                        .lossReason("Lost to competitor")
                        .build());

        assertThat(won.status()).contains("won");
        assertThat(lost.status()).contains("lost");
    }

    @Test
    void deleteDeal_existing_isGone() {
        api.deleteDeal(TECH_CORP);

        assertThat(sent()).containsExactly("DELETE /v1/deals/" + TECH_CORP);
        assertThat(simulator.deals()).extracting(deal -> deal.get("id")).containsExactly(STARTUP);
    }

    @Test
    void listStages_defaultPipeline_isReadInItsOrder() {
        assertThat(api.listStages())
                .hasSize(6)
                .first()
                .isEqualTo(new Play2SellStage(
                        PROSPECTING, Optional.of("Prospecting"), Optional.of(1), Optional.of(new BigDecimal("10"))));
    }

    @Test
    void send_anyPath_givesTheJsonAsJdkTypes() {
        Optional<Object> stages = api.send(VendorRequest.get("v1", "stages"));
        Optional<Object> nothing = api.send(VendorRequest.delete("v1", "deals", STARTUP));

        assertThat(stages)
                .hasValueSatisfying(answer -> assertThat(answer)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys("data"));
        assertThat(nothing).isEmpty();
        assertThat(lastSent().header("Authorization")).contains("Bearer " + simulator.token());
    }

    @Test
    void unwrap_ofAView_carriesItsOptions() {
        CallOptions options = CallOptions.builder().putHeaders("X-Trace", "abc").build();

        deals.with(options).unwrap(Play2SellApi.class).listStages();

        assertThat(lastSent().header("X-Trace")).contains("abc");
    }
}
