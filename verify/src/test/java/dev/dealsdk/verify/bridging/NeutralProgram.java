package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a program that knows no vendor does with deals, in 34 parts. Each makes what it needs, and looks at what it finds
 * afterwards. None names anything of a vendor's.
 */
final class NeutralProgram {
    private static final StageRef QUALIFICATION = StageRef.named("qualification");
    private static final StageRef NEGOTIATION = StageRef.named("negotiation");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final String contactId;
    private final Map<String, Consumer<DealsClient>> rows = new LinkedHashMap<>();

    /** @param contactId of the person that a deal is made with, as the account knows it */
    NeutralProgram(String contactId) {
        this.contactId = contactId;
        creates();
        updates();
        transitions();
        listings();
        rows.put(
                "list the stages",
                deals -> assertThat(deals.stages())
                        .extracting(stage -> stage.alias().orElse(stage.name()))
                        .contains("qualification", "negotiation"));
        rows.put("delete", deals -> {
            String id = deals.create(simple("Gone").build()).id();
            deals.delete(id);
            assertThat(catching(() -> deals.get(id))).isInstanceOf(DealNotFoundException.class);
        });
    }

    /** What is done, by what it is called. */
    Map<String, Consumer<DealsClient>> rows() {
        return rows;
    }

    private void creates() {
        create(
                "a value",
                deal -> deal.value(DealValue.of("12000.55")),
                deal -> deal.value().map(DealValue::amount),
                Optional.of(new BigDecimal("12000.55")));
        create(
                "a value in a currency",
                deal -> deal.value(DealValue.of("9007199254740993", "USD")),
                Deal::value,
                Optional.of(DealValue.of("9007199254740993", "USD")));
        create(
                "a value of a period",
                deal -> deal.value(DealValue.builder()
                        .amount(new BigDecimal("50"))
                        .period(ValuePeriod.MONTHLY)
                        .build()),
                deal -> deal.value().flatMap(DealValue::period),
                Optional.of(ValuePeriod.MONTHLY));
        create("a stage", deal -> deal.stage(NEGOTIATION), Deal::stageAlias, Optional.of("negotiation"));
        create(
                "the id of a contact",
                deal -> deal.contact(Contact.builder().id(contactId).build()),
                deal -> deal.contact().flatMap(Contact::id),
                Optional.of(contactId));
        create(
                "the name of a contact",
                deal -> deal.contact(Contact.builder().name("José Müller").build()),
                deal -> deal.contact().flatMap(Contact::name),
                Optional.of("José Müller"));
        create(
                "the address of a contact",
                deal -> deal.contact(Contact.builder().email("jose@example.com").build()),
                deal -> deal.contact().flatMap(Contact::email),
                Optional.of("jose@example.com"));
        create(
                "the name of a company",
                deal -> deal.company(Company.named("Müller & Söhne")),
                deal -> deal.company().flatMap(Company::name),
                Optional.of("Müller & Söhne"));
        create("an owner", deal -> deal.addOwnerIds("anna"), Deal::ownerIds, List.of("anna"));
        create("tags", deal -> deal.addTags("vip", "a, b"), Deal::tags, List.of("vip", "a, b"));
        create(
                "a custom field",
                deal -> deal.putCustomFields("source", "Fair"),
                deal -> deal.customFields().get("source"),
                "Fair");
        create(
                "line items",
                deal -> deal.addLineItems(item()),
                deal -> deal.lineItems().stream()
                        .map(item -> LineItem.builder()
                                .itemId(item.itemId())
                                .type(item.type())
                                .build())
                        .toList(),
                List.of(item()));
        create("an expected close", deal -> deal.expectedCloseOn(DAY), Deal::expectedCloseOn, Optional.of(DAY));
        create(
                "a probability",
                deal -> deal.winProbability(new BigDecimal("75")),
                Deal::winProbability,
                Optional.of(new BigDecimal("75")));
        create("a description", deal -> deal.description("Asked twice"), Deal::description, Optional.of("Asked twice"));
    }

    private static LineItem item() {
        return LineItem.builder()
                .itemId("utype_f18fc91387cdf710")
                .type("unit_type")
                .build();
    }

    private void create(String what, Consumer<NewDeal.Builder> with, Function<Deal, Object> part, Object expected) {
        rows.put("create with " + what, deals -> {
            NewDeal.Builder deal = simple("Acme, Zürich");
            with.accept(deal);
            Deal created = deals.create(deal.build());
            assertThat(part.apply(deals.get(created.id()))).isEqualTo(expected);
        });
    }

    private static NewDeal.Builder simple(String name) {
        NewDeal.Builder deal = NewDeal.builder();
        deal.name(name);
        return deal;
    }

    private void updates() {
        rows.put("update a name and a value", deals -> {
            String id = deals.create(simple("Before").value(DealValue.of("1")).build())
                    .id();
            Deal updated = deals.update(
                    id,
                    DealUpdate.builder()
                            .name("After")
                            .value(DealValue.of("2.50"))
                            .build());
            assertThat(updated.name()).hasValue("After");
            assertThat(deals.get(id).value().map(DealValue::amount)).hasValue(new BigDecimal("2.5"));
        });
        rows.put("clear an expected close", deals -> {
            String id =
                    deals.create(simple("Undated").expectedCloseOn(DAY).build()).id();
            deals.update(
                    id, DealUpdate.builder().clear(DealField.EXPECTED_CLOSE_ON).build());
            assertThat(deals.get(id).expectedCloseOn()).isEmpty();
        });
    }

    private void transitions() {
        transition(
                "move",
                (deals, id) -> deals.move(id, NEGOTIATION),
                (deal, id) -> assertThat(deal.stageAlias()).hasValue("negotiation"));
        transition(
                "move with a note",
                (deals, id) -> deals.move(
                        id, Move.builder().stage(NEGOTIATION).note("Called").build()),
                (deal, id) -> assertThat(deal.stageAlias()).hasValue("negotiation"));
        transition(
                "win",
                (deals, id) -> deals.win(id),
                (deal, id) -> assertThat(deal.status()).isEqualTo(DealStatus.WON));
        transition(
                "win with a final value",
                (deals, id) -> deals.win(
                        id, Win.builder().finalValue(DealValue.of("99.5")).build()),
                (deal, id) -> assertThat(deal.status()).isEqualTo(DealStatus.WON));
        transition(
                "win with a reason",
                (deals, id) -> deals.win(id, Win.builder().wonReason("Price").build()),
                (deal, id) -> {
                    assertThat(deal.status()).isEqualTo(DealStatus.WON);
                    assertThat(deal.wonReason()).hasValue("Price");
                });
        // Not every vendor shows the reason again.
        transition("lose with a reason", (deals, id) -> deals.lose(id, "price"), (deal, id) -> {
            assertThat(deal.status()).isEqualTo(DealStatus.LOST);
            assertThat(deal.lostReason()).isIn(Optional.of("price"), Optional.empty());
        });
        transition(
                "lose with a note",
                (deals, id) -> deals.lose(
                        id, Loss.builder().reason("competitor").note("Sadly").build()),
                (deal, id) -> assertThat(deal.status()).isEqualTo(DealStatus.LOST));
        rows.put("reopen in a stage", deals -> {
            String id = deals.create(simple("Reopened").build()).id();
            deals.lose(id, "price");
            deals.reopen(id, Reopen.builder().stage(QUALIFICATION).build());
            Deal deal = deals.get(id);
            assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
            assertThat(deal.stageAlias()).hasValue("qualification");
        });
    }

    private void transition(
            String what, BiConsumer<DealsClient, String> transition, BiConsumer<Deal, String> expected) {
        rows.put(what, deals -> {
            String id = deals.create(simple("Moved")
                            .stage(QUALIFICATION)
                            .value(DealValue.of("1"))
                            .build())
                    .id();
            transition.accept(deals, id);
            expected.accept(deals.get(id), id);
        });
    }

    private void listings() {
        list("open ones", query -> query.status(DealStatus.OPEN), List.of("Small", "Large"));
        list("those in a stage", query -> query.stage(NEGOTIATION), List.of("Large"));
        list("those of an owner", query -> query.ownerId("anna"), List.of("Small"));
        list("those of a value", query -> query.minValue(new BigDecimal("50")), List.of("Large"));
        list("those expected by a day", query -> query.expectedCloseBefore(DAY), List.of("Small"));
        list("those with a word", query -> query.text("LARGE"), List.of("Large"));
        rows.put("list by value", deals -> {
            prepare(deals);
            List<BigDecimal> amounts = deals
                    .list(DealQuery.builder().sort(DealSort.VALUE_DESCENDING).build())
                    .stream()
                    .flatMap(deal -> deal.value().map(DealValue::amount).stream())
                    .toList();
            assertThat(amounts).hasSizeGreaterThan(1).isSortedAccordingTo((one, two) -> two.compareTo(one));
        });
    }

    private void list(String what, Consumer<DealQuery.Builder> with, List<String> expected) {
        rows.put("list " + what, deals -> {
            prepare(deals);
            DealQuery.Builder query = DealQuery.builder();
            with.accept(query);
            assertThat(deals.list(query.build()).stream()
                            .flatMap(deal -> deal.name().stream())
                            .filter(name -> List.of("Small", "Large", "Closed").contains(name)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    /** Once for each account. */
    private static void prepare(DealsClient deals) {
        boolean isPrepared = deals.list(DealQuery.all()).stream()
                .anyMatch(deal -> deal.name().equals(Optional.of("Small")));
        if (isPrepared) {
            return;
        }
        deals.create(simple("Small")
                .value(DealValue.of("10"))
                .stage(QUALIFICATION)
                .addOwnerIds("anna")
                .expectedCloseOn(DAY)
                .build());
        deals.create(simple("Large")
                .value(DealValue.of("1000.01"))
                .stage(NEGOTIATION)
                .expectedCloseOn(DAY.plusDays(1))
                .build());
        String closed = deals.create(simple("Closed")
                        .value(DealValue.of("11"))
                        .stage(QUALIFICATION)
                        .build())
                .id();
        deals.win(closed);
    }

    private static Throwable catching(Runnable call) {
        return catchThrowable(call::run);
    }
}
