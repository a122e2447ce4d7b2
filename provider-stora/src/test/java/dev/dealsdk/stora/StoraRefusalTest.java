package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a byte is sent, naming what is wrong. */
final class StoraRefusalTest extends SimulatorTest {

    @AfterEach
    void nothingWasSent() {
        assertThat(simulator.journal()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void call_withABadField_isRefused(String field, Consumer<DealsClient> call) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> call.accept(deals))
                .satisfies(refusal -> assertThat(refusal.fieldErrors())
                        .extracting(FieldError::field)
                        .containsExactly(field))
                .satisfies(StoraRefusalTest::wasNotSent);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                create("contact.id", deal -> deal.contact(contact("staff_1"))),
                create("contact.id", deal -> deal.contact(contact("con_"))),
                create("stage", deal -> deal.stage(StageRef.id("first"))),
                create("ownerIds", deal -> deal.addOwnerIds("con_1")),
                create("ownerIds", deal -> deal.addOwnerIds("staff_1", "staff_2")),
                create("customFields.Key", deal -> deal.putCustomFields("Key", "v")),
                create("customFields.", deal -> deal.putCustomFields("", "v")),
                create("customFields." + "k".repeat(41), deal -> deal.putCustomFields("k".repeat(41), "v")),
                create("customFields.k", deal -> deal.putCustomFields("k", "x".repeat(501))),
                create("customFields.k", deal -> deal.putCustomFields("k", 7)),
                create("customFields.k", deal -> deal.putCustomFields("k", null)),
                create("customFields", deal -> deal.putAllCustomFields(keys(21))),
                create("lineItems[0].type", deal -> deal.addLineItems(item("x"))),
                create("lineItems[0].type", deal -> deal.addLineItems(typed("box"))),
                create("lineItems[1].type", deal -> deal.addLineItems(typed("unit_type"), typed("unit_type"))),
                create("lineItems[0].itemId", deal -> deal.addLineItems(with(builder -> builder.itemId(" ")))),
                create(
                        "lineItems[0].quantity",
                        deal -> deal.addLineItems(with(builder -> builder.quantity(BigDecimal.TEN)))),
                create("lineItems[0].name", deal -> deal.addLineItems(with(builder -> builder.name("n")))),
                create(
                        "lineItems[0].unitPrice",
                        deal -> deal.addLineItems(with(builder -> builder.unitPrice(BigDecimal.TEN)))),
                create("extras.note", deal -> deal.putExtras("note", null)),
                create("extras.note", deal -> deal.putExtras("note", 50)),
                create("extras.starts_at", deal -> deal.putExtras("starts_at", true)),
                create("extras.site", deal -> deal.putExtras("site", "site_1")),
                create("extras.site", deal -> deal.putExtras("site", Map.of("id", "site_1", "name", "n"))),
                create("extras.site.id", deal -> deal.putExtras("site", Map.of("id", "con_1"))),
                update("ownerIds", update -> update.ownerIds(List.of("someone"))),
                update("customFields.k k", update -> update.putCustomFields("k k", null)),
                update("lineItems[0].type", update -> update.lineItems(List.of(item("x")))),
                call("reason", deals -> deals.lose(OPEN, " ")),
                call("reason", deals -> deals.lose(OPEN, Loss.builder().build())),
                call(
                        "stage",
                        deals -> deals.reopen(
                                WON,
                                Reopen.builder().stage(StageRef.id("stage_1")).build())),
                call(
                        "ownerIds",
                        deals -> deals.reopen(
                                WON,
                                Reopen.builder()
                                        .addOwnerIds("staff_1", "staff_2")
                                        .build())),
                call(
                        "pageSize",
                        deals -> deals.list(DealQuery.builder().pageSize(101).build())),
                call("update", deals -> deals.update(OPEN, DealUpdate.builder().build())));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"stages", "127b3057d5df338e", "deal_", "deal_ ", "Deal_1", "../deals", "dstg_127b3057d5df338e"})
    void calls_withAnIdOfAnotherForm_areRefused(String id) {
        assertThat(Stream.<Runnable>of(
                        () -> deals.get(id),
                        () -> deals.update(id, DealUpdate.builder().name("n").build()),
                        () -> deals.win(id),
                        () -> deals.lose(id, "price_concerns"),
                        () -> deals.reopen(id),
                        () -> deals.unwrap(StoraApi.class).showDeal(id)))
                .allSatisfy(call -> assertThatExceptionOfType(InvalidRequestException.class)
                        .isThrownBy(call::run)
                        .withMessageContaining("deal_127b3057d5df338e")
                        .satisfies(StoraRefusalTest::wasNotSent));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    void call_withWhatStoraLacks_isRefused(String says, Consumer<DealsClient> call) {
        assertThatExceptionOfType(UnsupportedByProviderException.class)
                .isThrownBy(() -> call.accept(deals))
                .withMessageContaining("stora")
                .withMessageContaining(says)
                .satisfies(StoraRefusalTest::wasNotSent);
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                create("extras.note", deal -> deal.value(DealValue.of("50"))),
                create(
                        "contact.id",
                        deal -> deal.contact(Contact.builder().name("Jane").build())),
                create("customFields", deal -> deal.addTags("hot")),
                create("extras.starts_at", deal -> deal.expectedCloseOn(LocalDate.EPOCH)),
                create("extras.value_estimate", deal -> deal.putExtras("value_estimate", "£50")),
                update("cannot be changed", update -> update.contact(contact("con_1"))),
                update("name cannot be cleared", update -> update.clear(DealField.NAME)),
                call("deals.allow-unverified", deals -> deals.move(OPEN, StageRef.id(FIRST))),
                call("lose the deal with a reason", deals -> deals.delete(OPEN)),
                call(
                        "no body",
                        deals -> deals.win(
                                OPEN,
                                Win.builder().finalValue(DealValue.of("1")).build())),
                call(
                        "note",
                        deals -> deals.lose(
                                OPEN,
                                Loss.builder()
                                        .reason("price_concerns")
                                        .note("n")
                                        .build())),
                call("filter status", deals -> deals.list(DealQuery.open())),
                call(
                        "filter text",
                        deals -> deals.list(DealQuery.builder().text("x").build())),
                call(
                        "idempotencyKey",
                        deals -> keyed(deals)
                                .update(OPEN, DealUpdate.builder().name("n").build())),
                call(
                        "idempotencyKey",
                        deals -> keyed(deals)
                                .unwrap(StoraApi.class)
                                .updateDeal(
                                        OPEN,
                                        StoraDealUpdate.builder().name("n").build())));
    }

    private static DealsClient keyed(DealsClient deals) {
        return deals.with(CallOptions.builder().idempotencyKey("k").build());
    }

    private static Arguments create(String expected, Consumer<NewDeal.Builder> change) {
        return call(expected, deals -> {
            NewDeal.Builder deal = NewDeal.builder().name("n");
            change.accept(deal);
            deals.create(deal.build());
        });
    }

    private static Arguments update(String expected, Consumer<DealUpdate.Builder> change) {
        return call(expected, deals -> {
            DealUpdate.Builder update = DealUpdate.builder();
            change.accept(update);
            deals.update(OPEN, update.build());
        });
    }

    private static Arguments call(String expected, Consumer<DealsClient> call) {
        return arguments(expected, call);
    }

    private static Contact contact(String id) {
        return Contact.builder().id(id).build();
    }

    private static LineItem item(String id) {
        return LineItem.builder().itemId(id).build();
    }

    private static LineItem typed(String type) {
        return LineItem.builder().itemId("x").type(type).build();
    }

    private static LineItem with(Consumer<LineItem.Builder> change) {
        LineItem.Builder item = LineItem.builder().itemId("x").type("unit_type");
        change.accept(item);
        return item.build();
    }

    private static Map<String, String> keys(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }

    private static void wasNotSent(DealsException refusal) {
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refusal.attempts()).isZero();
    }
}
