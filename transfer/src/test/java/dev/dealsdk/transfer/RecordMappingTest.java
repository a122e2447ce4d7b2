package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts, companies and items, whose ids differ between two accounts, and what cannot be written at all. */
class RecordMappingTest {
    private static final String OLD = "con_00000000000000a1";
    private static final String NEW = "con_00000000000000b2";
    private static final String UNKNOWN = "con_00000000000000c3";

    @TempDir
    private Path folder;

    private final StoraSimulator source = StoraSimulator.start();
    private final StoraSimulator target = StoraSimulator.start();

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private Transfer transfer(Map<String, String> decisions) {
        Map<String, String> to = new LinkedHashMap<>(target.config());
        to.put("deals.reference-field", "moved_from");
        Map<String, String> lines = new LinkedHashMap<>(
                Map.of("closed", "skip", "stage.*", "-", "owner.*", "drop", "custom.*", "drop", "extra.*", "drop"));
        lines.put("field.line-items", "drop");
        lines.putAll(decisions);
        return Transfer.from(DealsConfig.from(source.config()))
                .to(DealsConfig.from(to))
                .mapping(TransferMapping.of(lines))
                .store(folder.resolve("move.store"));
    }

    private void plant(String name, String contact) {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(source.config()))) {
            Deal unused = client.create(NewDeal.builder()
                    .name(name)
                    .contact(Contact.builder().id(contact).build())
                    .build());
        }
    }

    private List<Deal> moved(String name) {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(target.config()))) {
            return client.list(DealQuery.all()).stream()
                    .filter(deal -> deal.name().filter(name::equals).isPresent())
                    .toList();
        }
    }

    @Test
    void run_contactWithALine_isTheOneOfTheTarget() {
        plant("Unit 7", OLD);

        transfer(Map.of("field.contact-id", "map", "contact." + OLD, NEW, "contact.*", "drop"))
                .run();

        assertThat(moved("Unit 7"))
                .singleElement()
                .satisfies(
                        deal -> assertThat(deal.contact().flatMap(Contact::id)).contains(NEW));
    }

    @Test
    void run_contactThatIsDropped_isLeftOutOfTheDeal() {
        plant("Unit 8", UNKNOWN);
        target.clearJournal();

        transfer(Map.of("field.contact-id", "map", "contact." + OLD, NEW, "contact.*", "drop"))
                .run();

        assertThat(moved("Unit 8"))
                .singleElement()
                // The simulator gives one of its own to a deal that comes without.
                .satisfies(
                        deal -> assertThat(deal.contact().flatMap(Contact::id)).isPresent());
        assertThat(target.journal()).noneMatch(request -> request.body().contains("con_"));
    }

    @Test
    void plan_contactsWithoutALine_areOneQuestion() {
        plant("Unit 9", OLD);
        plant("Unit 10", UNKNOWN);
        target.clearJournal();
        Transfer undecided = transfer(Map.of("field.contact-id", "map"));

        TransferPlan plan = undecided.plan();

        assertThat(plan.questions()).extracting(TransferPlan.Question::key).containsOnlyOnce("contact.*");
        assertThat(plan.isDecided()).isFalse();
        assertThat(undecided.run().failed()).isGreaterThanOrEqualTo(2);
        assertThat(moved("Unit 9")).isEmpty();
        assertThat(target.journal()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void run_itemsWithALine_areThoseOfTheTarget() {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(source.config()))) {
            Deal unused = client.create(NewDeal.builder()
                    .name("Unit 11")
                    .addLineItems(
                            LineItem.builder()
                                    .itemId("unt_0000000000000001")
                                    .type("unit_type")
                                    .build(),
                            LineItem.builder()
                                    .itemId("prt_0000000000000002")
                                    .type("protection")
                                    .build())
                    .build());
        }

        transfer(Map.of(
                        "field.line-items", "map",
                        "item.unt_0000000000000001", "unt_0000000000000009",
                        "item.*", "drop",
                        "field.contact-id", "drop"))
                .run();

        assertThat(moved("Unit 11"))
                .singleElement()
                .satisfies(deal -> assertThat(deal.lineItems())
                        .extracting(LineItem::itemId)
                        .containsExactly("unt_0000000000000009"));
    }

    @Test
    void mapping_mapOfAFieldWithoutIds_isRefused() {
        assertThatThrownBy(() -> TransferMapping.of(Map.of("field.tags", "map")))
                .isInstanceOfSatisfying(
                        TransferException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly("field.tags: \"map\" is not valid; write same or drop"));
    }

    @Test
    void plan_targetThatCreatesNothing_saysSoFirst() {
        plant("Unit 12", OLD);
        try (BacksideSimulator backside = BacksideSimulator.start()) {
            Map<String, String> to = new LinkedHashMap<>(backside.config());
            to.put("deals.allow-unverified", "false");
            TransferPlan plan = Transfer.from(DealsConfig.from(source.config()))
                    .to(DealsConfig.from(to))
                    .store(folder.resolve("none.store"))
                    .plan();

            assertThat(plan.render().lines().findFirst().orElse("")).startsWith("! backside cannot create deals");
        }
    }
}
