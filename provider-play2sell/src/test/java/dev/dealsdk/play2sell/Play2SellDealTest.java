package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating, reading, changing and deleting. */
class Play2SellDealTest extends OnSimulator {
    private static final Contact CARLOS = Contact.builder()
            .name("Carlos Silva")
            .email("carlos@startupxyz.com")
            .build();

    @Test
    void create_everyField_isSentUnderTheVendorsNames() {
        deals.create(everything());

        assertThat(sent()).containsExactly("GET /v1/stages", "POST /v1/deals");
        assertThat(lastBody()).isEqualTo(Fixtures.tree("""
                {"name": "StartupXYZ - Pro Plan", "value": 1234.56, "stage_id": "%s",
                 "contact_name": "Carlos Silva", "contact_email": "carlos@startupxyz.com", "company": "StartupXYZ",
                 "owner_id": "%s", "expected_close_date": "2026-05-01", "priority": "high", "lead_id": "%s",
                 "custom_fields": {"contract_type": "annual", "seats": 25, "reviewed": null},
                 "tags": ["enterprise", "priority"]}
                """.formatted(QUALIFICATION, OWNER, LEAD)));
    }

    @Test
    void create_everyField_isReadBack() {
        Deal deal = deals.create(everything());

        assertThat(deal.provider()).isEqualTo("play2sell");
        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.name()).contains("StartupXYZ - Pro Plan");
        assertThat(deal.value()).contains(DealValue.of("1234.56"));
        assertThat(deal.stageId()).contains(QUALIFICATION);
        assertThat(deal.stageName()).contains("Qualification");
        assertThat(deal.winProbability()).contains(new BigDecimal("25"));
        assertThat(deal.contact()).contains(CARLOS);
        assertThat(deal.company()).contains(Company.named("StartupXYZ"));
        assertThat(deal.ownerIds()).containsExactly(OWNER);
        assertThat(deal.expectedCloseOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(deal.tags()).containsExactly("enterprise", "priority");
        assertThat(deal.customFields()).isEqualTo(everything().customFields());
        assertThat(deal.extras()).isEqualTo(Map.of("priority", "high", "lead_id", LEAD));
        assertThat(deal.createdAt()).isPresent();
        assertThat(deals.get(deal.id())).isEqualTo(deal);
    }

    @Test
    void create_mandatoryFieldsAlone_sendsNothingElse() {
        Deal deal = deals.create(
                NewDeal.builder().name("Plain").value(DealValue.of("12000")).build());

        assertThat(lastBody()).isEqualTo(Fixtures.tree("{\"name\": \"Plain\", \"value\": 12000}"));
        assertThat(deal.stageName()).contains("Prospecting");
        assertThat(deal.contact()).isEmpty();
        assertThat(deal.company()).isEmpty();
        assertThat(deal.ownerIds()).isEmpty();
        assertThat(deal.expectedCloseOn()).isEmpty();
    }

    @Test
    void get_documentedSample_readsEveryField() {
        Deal deal = deals.get(TECH_CORP);

        assertThat(deal)
                .isEqualTo(Deal.builder()
                        .id(TECH_CORP)
                        .provider("play2sell")
                        .status(DealStatus.OPEN)
                        .name("Tech Corp - Enterprise License")
                        .value(DealValue.of("75000"))
                        .stageId(PROPOSAL)
                        .stageName("Proposal")
                        .winProbability(new BigDecimal("50"))
                        .contact(Contact.builder()
                                .name("Maria Santos")
                                .email("maria@techcorp.com")
                                .build())
                        .company(Company.named("Tech Corp"))
                        .addOwnerIds(OWNER)
                        .expectedCloseOn(LocalDate.of(2026, 4, 15))
                        .putCustomFields("contract_type", "annual")
                        .putCustomFields("decision_maker", "CTO")
                        .addTags("enterprise", "priority")
                        .createdAt(Instant.parse("2026-02-20T10:00:00Z"))
                        .updatedAt(Instant.parse("2026-03-14T16:45:00Z"))
                        .putExtras("priority", "high")
                        .putExtras("lead_id", LEAD)
                        .build());
    }

    @Test
    void get_absentDeal_isNotFound() {
        DealNotFoundException failure = catchThrowableOfType(DealNotFoundException.class, () -> deals.get(ABSENT));

        assertThat(failure.dealId()).contains(ABSENT);
        assertThat(failure.httpStatus()).contains(404);
        assertThat(failure.vendorCode()).contains("NOT_FOUND");
        assertThat(failure.requestId()).isPresent();
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    static Stream<Arguments> singleFields() {
        return Stream.of(
                field(update -> update.name("New name"), "{\"name\": \"New name\"}"),
                field(update -> update.value(DealValue.of("85000.50")), "{\"value\": 85000.5}"),
                field(
                        update -> update.contact(
                                Contact.builder().name("Ana Lima").build()),
                        "{\"contact_name\": \"Ana Lima\"}"),
                field(
                        update -> update.contact(
                                Contact.builder().email("ana@techcorp.com").build()),
                        "{\"contact_email\": \"ana@techcorp.com\"}"),
                field(update -> update.company(Company.named("Tech Group")), "{\"company\": \"Tech Group\"}"),
                field(update -> update.ownerIds(List.of(ABSENT)), "{\"owner_id\": \"" + ABSENT + "\"}"),
                field(update -> update.tags(List.of("renewal")), "{\"tags\": [\"renewal\"]}"),
                field(update -> update.putCustomFields("seats", 40), "{\"custom_fields\": {\"seats\": 40}}"),
                field(
                        update -> update.expectedCloseOn(LocalDate.of(2026, 12, 31)),
                        "{\"expected_close_date\": \"2026-12-31\"}"),
                field(update -> update.putExtras("priority", "low"), "{\"priority\": \"low\"}"),
                field(update -> update.putExtras("lead_id", ABSENT), "{\"lead_id\": \"" + ABSENT + "\"}"),
                field(update -> update.clear(DealField.TAGS), "{\"tags\": []}"));
    }

    private static Arguments field(Function<DealUpdate.Builder, DealUpdate.Builder> set, String body) {
        return arguments(set.apply(DealUpdate.builder()).build(), body);
    }

    @ParameterizedTest
    @MethodSource("singleFields")
    void update_oneField_changesThatFieldAlone(DealUpdate update, String body) {
        Map<String, ?> before = simulator.deals().get(0);

        Deal deal = deals.update(TECH_CORP, update);

        assertThat(sent()).containsExactly("PATCH /v1/deals/" + TECH_CORP);
        assertThat(lastBody()).isEqualTo(Fixtures.tree(body));
        assertThat(deal).isEqualTo(deals.get(TECH_CORP));
        assertThat(without(simulator.deals().get(0), body)).isEqualTo(without(before, body));
    }

    /** What an update of these fields leaves alone. */
    private static Map<String, Object> without(Map<String, ?> deal, String body) {
        Map<String, Object> rest = new HashMap<>(deal);
        rest.keySet().removeIf(name -> name.equals("updated_at") || body.contains("\"" + name + "\""));
        return rest;
    }

    @Test
    void update_clearedTags_areGone() {
        Deal deal = deals.update(
                TECH_CORP, DealUpdate.builder().clear(DealField.TAGS).build());

        assertThat(deal.tags()).isEmpty();
        assertThat(deals.get(TECH_CORP).tags()).isEmpty();
    }

    @Test
    void delete_existingDeal_isGone() {
        deals.delete(TECH_CORP);

        assertThat(sent()).containsExactly("DELETE /v1/deals/" + TECH_CORP);
        assertThat(lastSent().body()).isEmpty();
        assertThat(catchThrowableOfType(DealNotFoundException.class, () -> deals.get(TECH_CORP)))
                .isNotNull();
        assertThat(catchThrowableOfType(DealNotFoundException.class, () -> deals.delete(TECH_CORP))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void customFields_underAlias_areWrittenAndReadByIt() {
        try (DealsClient aliased = connect("deals.fields.contract", "contract_type")) {
            Deal read = aliased.get(TECH_CORP);
            Deal written = aliased.update(
                    TECH_CORP,
                    DealUpdate.builder().putCustomFields("contract", "monthly").build());

            assertThat(read.customFields()).containsEntry("contract", "annual").doesNotContainKey("contract_type");
            assertThat(lastBody()).isEqualTo(Fixtures.tree("{\"custom_fields\": {\"contract_type\": \"monthly\"}}"));
            assertThat(written.customFields()).containsEntry("contract", "monthly");
        }
    }

    private static NewDeal everything() {
        return NewDeal.builder()
                .name("StartupXYZ - Pro Plan")
                .value(DealValue.of("1234.56"))
                .stage(StageRef.named("qualification"))
                .contact(CARLOS)
                .company(Company.named("StartupXYZ"))
                .addOwnerIds(OWNER)
                .addTags("enterprise", "priority")
                .putCustomFields("contract_type", "annual")
                .putCustomFields("seats", new BigDecimal("25"))
                .putCustomFields("reviewed", null)
                .expectedCloseOn(LocalDate.of(2026, 5, 1))
                .putExtras("priority", "high")
                .putExtras("lead_id", LEAD)
                .build();
    }
}
