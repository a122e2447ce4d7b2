package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.VendorSimulator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fields that Stora has no place for, kept in its metadata and its note. */
class KeptFieldsTest {
    private final VendorSimulator stora = BridgedVendor.STORA.start();
    private final DealsClient deals = BridgedVendor.STORA.connect(stora, Map.of());

    @AfterEach
    void close() {
        deals.close();
        stora.close();
        assertThat(stora.contractViolations()).isEmpty();
    }

    private static NewDeal.Builder named(String name) {
        NewDeal.Builder deal = NewDeal.builder();
        deal.name(name);
        return deal;
    }

    @Test
    void create_keptFields_comeBackInTheirPlacesAndNotTwice() {
        NewDeal asked = named("Acme")
                .value(DealValue.of("1234.50", "USD"))
                .addTags("a", "b\"c")
                .expectedCloseOn(LocalDate.of(2026, 5, 1))
                .description("Two words\nand a line")
                .putCustomFields("source", "Fair")
                .build();

        Deal created = deals.create(asked);
        Deal read = deals.get(created.id());

        for (Deal deal : List.of(created, read)) {
            assertThat(deal.value()).isEqualTo(asked.value());
            assertThat(deal.tags()).isEqualTo(asked.tags());
            assertThat(deal.expectedCloseOn()).isEqualTo(asked.expectedCloseOn());
            assertThat(deal.description()).isEqualTo(asked.description());
            assertThat(deal.customFields()).containsExactly(Map.entry("source", "Fair"));
            assertThat(deal.extras()).doesNotContainKey("note");
        }
        assertThat(metadata(created.id()))
                .containsEntry("value", "1234.5")
                .containsEntry("expected_close_on", "2026-05-01");
    }

    @Test
    void update_ofAnotherField_leavesKeptOnesAlone_andClearTakesThemAway() {
        String id = deals.create(named("Acme")
                        .value(DealValue.of("10"))
                        .addTags("a")
                        .putCustomFields("source", "Fair")
                        .build())
                .id();

        Deal renamed = deals.update(id, DealUpdate.builder().name("Beta").build());
        assertThat(renamed.value()).hasValue(DealValue.of("10", "USD"));
        assertThat(renamed.tags()).containsExactly("a");

        Deal cleared = deals.update(
                id,
                DealUpdate.builder().clear(DealField.VALUE).tags(List.of("b")).build());
        assertThat(cleared.value()).isEmpty();
        assertThat(cleared.tags()).containsExactly("b");
        assertThat(deals.get(id).value()).isEmpty();
        assertThat(deals.get(id).customFields()).containsExactly(Map.entry("source", "Fair"));
    }

    @Test
    void list_keptFields_areReadAndFiltered() {
        String id =
                deals.create(named("Large").value(DealValue.of("5000")).build()).id();
        deals.create(named("Small").value(DealValue.of("50")).build());

        List<Deal> found = deals
                .list(DealQuery.builder().minValue(new BigDecimal("1000")).build())
                .stream()
                .toList();

        assertThat(found).extracting(Deal::id).containsExactly(id);
        assertThat(found.get(0).value()).hasValue(DealValue.of("5000", "USD"));
    }

    @Test
    void get_textOfAnotherProgram_staysWhereItIs() {
        String id = deals.create(named("Acme").build()).id();
        try (DealsClient plain = DealsClient.connect(DealsConfig.from(stora.config()))) {
            plain.update(
                    id,
                    DealUpdate.builder().putCustomFields("value", "about 12k").build());
        }

        Deal deal = deals.get(id);

        assertThat(deal.value()).isEmpty();
        assertThat(deal.customFields()).containsEntry("value", "about 12k");
    }

    @Test
    void create_textThatTheVendorCannotKeep_isRefusedNamingBothFields() {
        stora.clearJournal();

        assertThatThrownBy(() -> deals.create(named("Acme")
                        .addTags("x".repeat(600))
                        .value(DealValue.of("1"))
                        .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("tags")
                .hasMessageContaining("customFields.tags")
                .hasMessageContaining("deals.keep.tags")
                .hasMessageContaining("500");
        assertThatThrownBy(() -> deals.create(named("Acme").description("").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("description");
        assertThat(stora.journal()).isEmpty();
    }

    @Test
    void create_placeOfAKeptField_isRefused() {
        stora.clearJournal();

        assertThatThrownBy(() ->
                        deals.create(named("Acme").putCustomFields("tags", "[]").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("customFields.tags")
                .hasMessageContaining("deals.keep.tags");
        assertThat(stora.journal()).isEmpty();
    }

    @Test
    void create_anotherCurrencyThanTheAccounts_isRefused() {
        assertThatThrownBy(() -> deals.create(
                        named("Acme").value(DealValue.of("1", "EUR")).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EUR")
                .hasMessageContaining("deals.currency");
    }

    @Test
    void names_unknownOwnerOrReason_areToldBeforeAnythingIsSent() {
        stora.clearJournal();

        assertThatThrownBy(() -> deals.create(named("Acme").addOwnerIds("ana").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("deals.owners.NAME has anna");
        assertThatThrownBy(() -> deals.lose("deal_127b3057d5df338e", "weather"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("deals.lost-reasons.NAME");
        assertThat(stora.journal()).isEmpty();
    }

    @Test
    void drop_namedFields_areLeftOutAndNothingElse() {
        Map<String, String> settings = new HashMap<>(stora.config());
        settings.put("deals.drop", "tags,value,note");
        try (DealsClient dropping = DealsClient.connect(DealsConfig.from(settings))) {
            stora.clearJournal();
            dropping.create(named("Acme")
                    .addTags("secret-tag")
                    .value(DealValue.of("77", "USD"))
                    .build());

            assertThat(stora.journal())
                    .extracting(JournalEntry::body)
                    .noneMatch(body -> body.matches("(?s).*(secret-tag|77|USD).*"));
            assertThatThrownBy(() ->
                            dropping.create(named("Acme").description("kept?").build()))
                    .isInstanceOf(UnsupportedByProviderException.class)
                    .hasMessageContaining("description");
            assertThatThrownBy(() -> dropping.update(
                            "deal_127b3057d5df338e",
                            DealUpdate.builder().tags(List.of("x")).build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("deals.drop");
        }
    }

    @Test
    void capabilities_bridged_areDerivedWithTheKey() {
        assertThat(deals.capabilities().support(Operation.CREATE, DealField.TAGS))
                .isEqualTo(Support.DERIVED);
        assertThat(deals.capabilities().explain(DealField.TAGS))
                .isEqualTo("kept in customFields.tags, as deals.keep.tags says");
        assertThat(deals.capabilities().support(DealFilter.STATUS)).isEqualTo(Support.DERIVED);
        assertThat(deals.capabilities().support(Operation.CREATE, DealField.NAME))
                .isEqualTo(Support.DOCUMENTED);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> metadata(String id) {
        return stora.deals().stream()
                .filter(deal -> id.equals(deal.get("id")))
                .map(deal -> (Map<String, Object>) deal.get("metadata"))
                .findFirst()
                .orElseThrow();
    }
}
