package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.LOST;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.WON;
import static dev.dealsdk.backside.BacksideServer.fixture;
import static dev.dealsdk.backside.BacksideServer.json;
import static dev.dealsdk.backside.BacksideServer.movedTo;
import static dev.dealsdk.backside.BacksideServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees of a deal that Backside sent. */
final class BacksideDealTest {
    private static final Map<String, String> STAGES = Map.of(
            "deals.stages.signed",
            WON.toUpperCase(Locale.ROOT),
            "deals.won-stage",
            "signed",
            "deals.lost-stage",
            LOST,
            "deals.open-stage",
            PROPOSAL);

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @Test
    void get_documentedSample_losesNothing() {
        Deal deal = read(fixture("get_documented_response.json"), Map.of());

        assertThat(deal.id()).isEqualTo(DEAL);
        assertThat(deal.provider()).isEqualTo("backside");
        assertThat(deal.status()).isEqualTo(DealStatus.UNKNOWN);
        assertThat(deal.name()).contains("<string>");
        assertThat(deal.value()).contains(DealValue.of("123"));
        assertThat(deal.winProbability()).isEmpty();
        assertThat(deal.closedAt()).contains(Instant.parse("2023-11-07T05:31:56Z"));
        assertThat(deal.extras())
                .containsOnlyKeys(
                        "metadata",
                        "contacts",
                        "pipeline_name",
                        "tenant_id",
                        "confidence",
                        "currency",
                        "value_period",
                        "next_step",
                        "source",
                        "deleted_at")
                .containsEntry("metadata", "<unknown>")
                .containsEntry("confidence", new BigDecimal("123"))
                .containsEntry("currency", "<string>")
                .containsEntry("deleted_at", "2023-11-07T05:31:56Z");
        assertThat(deal.extras().get("contacts")).isEqualTo(tree(fixture("contacts_documented_response.json")));
    }

    @Test
    void get_realisticDeal_isWhollyMapped() {
        Deal deal = read(fixture("get_realistic_response.json"), Map.of());

        assertThat(deal.name()).contains("Café 🚀 – årsplan \"Pro\"");
        assertThat(deal.stageId()).contains(PROPOSAL);
        assertThat(deal.stageName()).contains("Proposal");
        assertThat(deal.pipelineId()).contains("550e8400-e29b-41d4-a716-446655440001");
        assertThat(deal.value())
                .contains(DealValue.builder()
                        .amount(new BigDecimal("12000.5"))
                        .currency("EUR")
                        .period(ValuePeriod.ANNUAL)
                        .build());
        assertThat(deal.contact()).contains(Contact.builder().id(CONTACT).build());
        assertThat(deal.company())
                .contains(Company.builder()
                        .id("7a1b2c3d-4e5f-6789-abcd-ef0123456780")
                        .build());
        assertThat(deal.expectedCloseOn()).contains(LocalDate.of(2026, 6, 30));
        assertThat(deal.createdAt()).contains(Instant.parse("2026-04-01T12:00:00.123456Z"));
        assertThat(deal.updatedAt()).contains(Instant.parse("2026-04-02T09:30:00Z"));
        assertThat(deal.description()).contains("Renewal");
        assertThat(deal.wonReason()).contains("Price");
        assertThat(deal.lostReason()).isEmpty();
        assertThat(deal.customFields())
                .containsEntry("score", new BigDecimal("9007199254740993"))
                .containsEntry("margin", new BigDecimal("0.10"))
                .containsEntry("parent", null)
                .containsEntry("région", "Île-de-France");
        assertThat(deal.extras())
                .containsEntry("next_step", "Send the contract")
                .containsEntry("source", "referral")
                .containsEntry("weighted_amount", new BigDecimal("7200.30"))
                .doesNotContainKeys("deleted_at", "currency", "value_period", "metadata");
        assertThat(deal.extras().get("contacts")).asString().contains("C-level", "no contact at all");
        assertThat(deal.extras().get("_temporal")).asString().contains("sys_to=null");
    }

    @Test
    void move_documentedSample_isRead() {
        server.enqueue(json(200, movedTo(WON)));

        try (DealsClient deals = BacksideServer.connect(server, STAGES)) {
            Deal deal = deals.win(DEAL);

            assertThat(deal.id()).isEqualTo(DEAL);
            assertThat(deal.lostReason()).contains("<string>");
            assertThat(deal.stageName()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        WON + ", WON",
        LOST + ", LOST",
        PROPOSAL + ", OPEN",
        "550E8400-E29B-41D4-A716-446655440003, WON",
        CONTACT + ", OPEN"
    })
    void status_inAConfiguredStage_isThatOfTheStage(String stageId, DealStatus status) {
        Deal deal = read("{\"id\":\"" + DEAL + "\",\"stage_id\":\"" + stageId + "\"}", STAGES);

        assertThat(deal.status()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void status_ofAClosedDealWithoutConfiguredStages_isUnknown() {
        Deal deal = read(
                "{\"id\":\"" + DEAL + "\",\"closed_at\":\"2026-05-01T00:00:00Z\",\"won_reason\":\"Price\"}", Map.of());

        assertThat(deal.status()).isEqualTo(DealStatus.UNKNOWN);
    }

    @Test
    void deletedDeal_isReadWithItsMark() {
        assertThat(readFields("\"deleted_at\":\"2026-04-03T08:00:00Z\"").extras())
                .isEqualTo(Map.of("deleted_at", "2026-04-03T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name", "stage_id", "amount", "currency", "value_period", "contact_id", "expected_close_date",
                "closed_at", "deleted_at", "created_at", "tenant_id", "confidence", "contacts", "_temporal"
            })
    void field_ofAnotherType_isKeptAsItCame(String name) {
        for (String value : Arrays.asList("{\"a\":1.10}", "[1.10]", "true")) {
            Deal deal = readFields("\"" + name + "\":" + value);

            assertThat(deal.extras()).as(value).isEqualTo(Map.of(name, tree(value)));
        }
    }

    @Test
    void getDeal_realisticAnswer_isTypedToo() {
        server.enqueue(json(200, fixture("get_realistic_response.json")));

        try (DealsClient deals = BacksideServer.connect(server, Map.of())) {
            BacksideDeal deal =
                    deals.unwrap(BacksideApi.class).getDealAsOf(DEAL, Instant.parse("2026-05-01T00:00:00Z"));

            assertThat(deal.contacts()).singleElement().satisfies(contact -> {
                assertThat(contact.contactId()).isEqualTo(CONTACT);
                assertThat(contact.isPrimary()).contains(true);
                assertThat(contact.role()).contains("champion");
                assertThat(contact.introducedBy()).isEmpty();
                assertThat(contact.metadata()).isEqualTo(Map.of("since", new BigDecimal("2019")));
                assertThat(contact.rest()).isEqualTo(Map.of("seniority", "C-level"));
            });
            assertThat(deal.temporal())
                    .contains(new BacksideTemporal(
                            Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                            Optional.of(Instant.parse("2026-04-15T00:00:00Z")),
                            Optional.of(Instant.parse("2026-04-02T09:30:00Z")),
                            Optional.empty(),
                            Optional.of("550e8400-e29b-41d4-a716-446655440007"),
                            Optional.of("user_edit")));
        }
    }

    @Test
    void contacts_ofADealWithoutAny_areEmpty() {
        server.enqueue(json(200, movedTo(PROPOSAL)));

        try (DealsClient deals = BacksideServer.connect(server, Map.of())) {
            BacksideDeal deal = deals.unwrap(BacksideApi.class).moveDeal(DEAL, PROPOSAL);

            assertThat(deal.contacts()).isEqualTo(List.of());
            assertThat(deal.temporal()).isEmpty();
        }
    }

    private Deal readFields(String fields) {
        return read("{\"id\":\"" + DEAL + "\"," + fields + "}", Map.of());
    }

    private Deal read(String answer, Map<String, String> settings) {
        server.enqueue(json(200, answer));
        try (DealsClient deals = BacksideServer.connect(server, settings)) {
            return deals.get(DEAL);
        }
    }
}
