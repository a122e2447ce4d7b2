package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Company;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Create, get and update over the simulator. */
class StardexDealTest extends OnSimulator {

    @Test
    void create_everyField_isThereWhenRead() {
        Deal created = deals.create(NewDeal.builder()
                .name("São Paulo — \uD83D\uDE00")
                .value(DealValue.of("1234.56", "EUR"))
                .company(Company.builder().id(CLIENT).build())
                .stage(StageRef.id(QUALIFIED))
                .addOwnerIds(PERSON)
                .winProbability(new BigDecimal("12.5"))
                .description("By phone")
                .expectedCloseOn(LocalDate.of(2026, 5, 1))
                .putCustomFields(INDUSTRY, "Technology")
                .putCustomFields(TAGS, List.of("Banking"))
                .putCustomFields(YEARS, 7)
                .putCustomFields(ACCOUNT_OWNER, Map.of("add_team_member_ids", List.of(PERSON)))
                .putExtras("compensation", new BigDecimal("99999.99"))
                .putExtras("compensation_currency_code", "GBP")
                .putExtras("pricing_rate", new BigDecimal("17.5"))
                .putExtras("job_ids", List.of(JOB))
                .putExtras("referred_by", PERSON)
                .build());

        Deal read = deals.get(created.id());

        assertThat(created.value()).contains(DealValue.of("1234.56", "EUR"));
        assertThat(created.ownerIds())
                .as("not in the answer of create, so not made up")
                .isEmpty();
        assertThat(read.name()).contains("São Paulo — \uD83D\uDE00");
        assertThat(read.value()).contains(DealValue.of("1234.56", "EUR"));
        assertThat(read.company()).contains(Company.builder().id(CLIENT).build());
        assertThat(read.stageId()).contains(QUALIFIED);
        assertThat(read.ownerIds()).containsExactly(PERSON);
        assertThat(read.winProbability()).contains(new BigDecimal("12.5"));
        assertThat(read.description()).contains("By phone");
        assertThat(read.expectedCloseOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(read.customFields())
                .isEqualTo(Map.of(
                        INDUSTRY,
                        "Technology",
                        TAGS,
                        List.of("Banking"),
                        YEARS,
                        BigDecimal.valueOf(7),
                        ACCOUNT_OWNER,
                        List.of(PERSON)));
        assertThat(read.extras())
                .containsEntry("compensation", new BigDecimal("99999.99"))
                .containsEntry("compensation_currency_code", "GBP")
                .containsEntry("pricing_rate", new BigDecimal("17.5"))
                .containsEntry("job_ids", List.of(JOB))
                .containsEntry("referred_by", PERSON);
        assertThat(sent()).containsExactly("POST /v1/deals", "POST /v1/deals/search");
    }

    @Test
    void create_olderGeneration_keepsItsJob() {
        Deal deal = deals.create(
                NewDeal.builder().name("Old").putExtras("job_id", JOB).build());

        assertThat(deal.extras()).containsEntry("job_id", JOB).doesNotContainKey("job_ids");
    }

    @Test
    void create_byLinkedinUrl_getsAClient() {
        Deal deal = deals.create(NewDeal.builder()
                .name("New client")
                .putExtras("client_linkedin_url", "https://www.linkedin.com/company/acme")
                .build());

        assertThat(deal.company().flatMap(Company::id)).isPresent();
    }

    @Test
    void get_olderGeneration_isReadAsWell() {
        Deal deal = deals.get(OLDER);

        assertThat(deal.value()).contains(DealValue.of("150000"));
        assertThat(deal.extras()).isEqualTo(Map.of("job_id", JOB));
    }

    @Test
    void get_absentDeal_isNotFound() {
        assertThatThrownBy(() -> deals.get(ABSENT)).isInstanceOfSatisfying(DealNotFoundException.class, failed -> {
            assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failed.dealId()).contains(ABSENT);
        });
    }

    @Test
    void update_someFields_leavesTheOthers() {
        Deal before = deals.get(ACME);

        Deal after = deals.update(
                ACME,
                DealUpdate.builder()
                        .value(DealValue.of("0.10", "EUR"))
                        .company(Company.builder().id(PERSON).build())
                        .expectedCloseOn(LocalDate.of(2027, 1, 31))
                        .putExtras("pricing_rate", 0)
                        .build());

        assertThat(after)
                .isEqualTo(Deal.builder()
                        .from(before)
                        .value(DealValue.of("0.1", "EUR"))
                        .company(Company.builder().id(PERSON).build())
                        .expectedCloseOn(LocalDate.of(2027, 1, 31))
                        .putExtras("pricing_rate", BigDecimal.ZERO)
                        .build());
        assertThat(sent()).containsExactly("POST /v1/deals/search", "PATCH /v1/deals/" + ACME, "POST /v1/deals/search");
    }

    @Test
    void update_clearedCloseDay_isGone() {
        deals.update(
                ACME,
                DealUpdate.builder().expectedCloseOn(LocalDate.of(2027, 1, 31)).build());

        Deal deal = deals.update(
                ACME, DealUpdate.builder().clear(DealField.EXPECTED_CLOSE_ON).build());

        assertThat(deal.expectedCloseOn()).isEmpty();
    }

    @Test
    void update_customFieldVerbs_addRemoveAndClear() {
        deals.update(ACME, customField(TAGS, Map.of("add_values", List.of("Banking"))));
        deals.update(ACME, customField(ACCOUNT_OWNER, Map.of("add_team_member_ids", List.of(ABSENT))));
        Deal added = deals.update(ACME, customField(YEARS, "7"));
        assertThat(added.customFields())
                .containsEntry(TAGS, List.of("Banking"))
                .containsEntry(ACCOUNT_OWNER, List.of(PERSON, ABSENT))
                .containsEntry(YEARS, BigDecimal.valueOf(7))
                .containsEntry(INDUSTRY, "Technology");

        deals.update(ACME, customField(TAGS, Map.of("remove_values", List.of("Banking"))));
        deals.update(ACME, customField(ACCOUNT_OWNER, Map.of("remove_team_member_ids", List.of(PERSON))));
        Deal removed = deals.update(ACME, customField(INDUSTRY, Map.of("clear_all", true)));
        assertThat(removed.customFields()).containsOnlyKeys(ACCOUNT_OWNER, YEARS);
        assertThat(removed.customFields()).containsEntry(ACCOUNT_OWNER, List.of(ABSENT));
    }

    @Test
    void customField_underItsAlias_isWrittenAndRead() {
        try (DealsClient client = connect("deals.fields.years", YEARS)) {
            Deal deal = client.update(ACME, customField("years", new BigDecimal("1E+1")));

            assertThat(deal.customFields())
                    .containsEntry("years", BigDecimal.TEN)
                    .doesNotContainKey(YEARS);
        }
    }

    @Test
    void update_absentDeal_isNotFound() {
        assertThatThrownBy(() ->
                        deals.update(ABSENT, DealUpdate.builder().name("n").build()))
                .isInstanceOf(DealNotFoundException.class);
        assertThat(sent()).containsExactly("PATCH /v1/deals/" + ABSENT);
    }

    private static DealUpdate customField(String key, Object value) {
        return DealUpdate.builder().putCustomFields(key, value).build();
    }
}
