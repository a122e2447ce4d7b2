package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor could not take is refused by name, before a byte is sent. */
class Play2SellBadInputTest extends OnSimulator {

    /**
     * A call that cannot succeed.
     *
     * @param field what the refusal names
     * @param hint what the refusal says besides: what is wrong, or what to do instead
     */
    record Bad(String field, String hint, Consumer<DealsClient> call) {
        @Override
        public String toString() {
            return field + ": " + hint;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "deal-1",
                "a/b",
                "..",
                ".",
                "%2e%2e",
                "../stages",
                TECH_CORP + "/move",
                TECH_CORP + "?force=true",
                TECH_CORP + "\n",
                TECH_CORP + " ",
                "{" + TECH_CORP + "}",
                "880e8400e29b41d4a716446655440000"
            })
    void id_ofAnotherForm_isRefused(String id) {
        for (Consumer<DealsClient> call : List.<Consumer<DealsClient>>of(
                client -> client.get(id),
                client -> client.update(id, DealUpdate.builder().name("New").build()),
                client -> client.delete(id),
                client -> client.move(id, StageRef.id(PROPOSAL)),
                client -> client.win(id),
                client -> client.lose(id, "price"))) {
            assertRefused(InvalidRequestException.class, new Bad("id", "id: ", call));
        }
    }

    static Stream<Bad> invalid() {
        return Stream.of(
                new Bad("name", "is missing or blank; play2sell requires it", create(with -> with.name(" "))),
                new Bad(
                        "name",
                        "is missing or blank",
                        client -> client.create(
                                NewDeal.builder().value(DealValue.of("1")).build())),
                new Bad(
                        "value",
                        "is missing or blank; play2sell requires it",
                        client ->
                                client.create(NewDeal.builder().name("No value").build())),
                new Bad("ownerIds", "one owner, not 2", create(with -> with.addOwnerIds(OWNER, LEAD))),
                new Bad("ownerIds", "UUID", create(with -> with.addOwnerIds("5"))),
                new Bad("stage", "UUID", create(with -> with.stage(StageRef.id("proposal")))),
                new Bad("extras.priority", "high, medium, low", create(with -> with.putExtras("priority", "urgent"))),
                new Bad("extras.priority", "high, medium, low", create(with -> with.putExtras("priority", null))),
                new Bad("extras.priority", "high, medium, low", update(with -> with.putExtras("priority", 1))),
                new Bad("extras.lead_id", "UUID", create(with -> with.putExtras("lead_id", 5))),
                new Bad("extras.lead_id", "UUID", update(with -> with.putExtras("lead_id", "5"))),
                new Bad("name", "is blank", update(with -> with.name(""))),
                new Bad("ownerIds", "one owner, not 2", update(with -> with.ownerIds(List.of(OWNER, LEAD)))),
                new Bad("ownerIds", "clear(DealField.OWNERS)", update(with -> with.ownerIds(List.of()))),
                new Bad("update", "set or clear a field", update(with -> {})),
                new Bad("stage", "UUID", client -> client.move(TECH_CORP, StageRef.id("5"))),
                new Bad("reason", "requires it", client -> client.lose(TECH_CORP, " \t")),
                new Bad(
                        "reason",
                        "requires it",
                        client -> client.lose(TECH_CORP, Loss.builder().build())),
                new Bad("pageSize", "100", list(with -> with.pageSize(101))),
                new Bad("pageToken", "Page.nextPageToken()", list(with -> with.pageToken("2x100"))),
                new Bad("ownerId", "UUID", list(with -> with.ownerId("me"))),
                new Bad("teamId", "UUID", list(with -> with.teamId("sales"))),
                new Bad("stage", "UUID", list(with -> with.stage(StageRef.id("3")))));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void request_thatBreaksARule_isRefused(Bad bad) {
        assertRefused(InvalidRequestException.class, bad);
    }

    static Stream<Bad> unsupported() {
        return Stream.of(
                new Bad("value.currency", "leave it out", create(with -> with.value(DealValue.of("1", "USD")))),
                new Bad(
                        "value.period",
                        "leave it out",
                        create(with -> with.value(DealValue.builder()
                                .amount(BigDecimal.ONE)
                                .period(ValuePeriod.MONTHLY)
                                .build()))),
                new Bad(
                        "contact.id",
                        "set its name and email instead",
                        create(with -> with.contact(Contact.builder().id("c1").build()))),
                new Bad(
                        "company.id",
                        "set its name instead",
                        create(with -> with.company(Company.builder().id("c1").build()))),
                new Bad("winProbability", "move the deal instead", create(with -> with.winProbability(BigDecimal.ONE))),
                new Bad("description", "use customFields instead", create(with -> with.description("text"))),
                new Bad(
                        "lineItems",
                        "no line items",
                        create(with -> with.addLineItems(
                                LineItem.builder().itemId("i1").build()))),
                new Bad(
                        "extras.pipeline",
                        "it takes lead_id, priority",
                        create(with -> with.putExtras("pipeline", "x"))),
                new Bad("value.currency", "leave it out", update(with -> with.value(DealValue.of("1", "EUR")))),
                new Bad("extras.status", "it takes lead_id, priority", update(with -> with.putExtras("status", "won"))),
                new Bad("extras.stage_id", "it takes", update(with -> with.putExtras("stage_id", PROPOSAL))),
                new Bad("name", "the fields that can be cleared are tags", update(with -> with.clear(DealField.NAME))),
                new Bad(
                        "expectedCloseOn",
                        "deals.allow-unverified=true",
                        update(with -> with.clear(DealField.EXPECTED_CLOSE_ON))),
                new Bad(
                        "extras.points",
                        "it takes nothing",
                        client -> client.move(
                                TECH_CORP,
                                Move.builder()
                                        .stage(StageRef.id(PROPOSAL))
                                        .putExtras("points", 5)
                                        .build())),
                new Bad(
                        "wonReason",
                        "use note instead",
                        client -> client.win(
                                TECH_CORP, Win.builder().wonReason("price").build())),
                new Bad(
                        "value.currency",
                        "leave it out",
                        client -> client.win(
                                TECH_CORP,
                                Win.builder()
                                        .finalValue(DealValue.of("1", "USD"))
                                        .build())),
                new Bad("UPDATED_AT", "can sort by", list(with -> with.sort(DealSort.UPDATED_AT))),
                new Bad(
                        "UPDATED_AT_DESCENDING",
                        "can sort by",
                        list(with -> with.sort(DealSort.UPDATED_AT_DESCENDING))),
                new Bad("extras.created_after", "it takes nothing", list(with -> with.putExtras("created_after", "x"))),
                new Bad(
                        "idempotencyKey",
                        "leave it out",
                        client -> client.with(CallOptions.builder()
                                        .idempotencyKey("key-1")
                                        .build())
                                .win(TECH_CORP)));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void request_thatTheVendorDoesNotDocument_isRefused(Bad bad) {
        assertRefused(UnsupportedByProviderException.class, bad);
    }

    @Test
    void pageToken_ofAnotherQuery_isRefused() {
        String token = deals.list(DealQuery.builder().pageSize(1).build())
                .pages()
                .iterator()
                .next()
                .nextPageToken()
                .orElseThrow();
        simulator.clearJournal();

        assertRefused(
                InvalidRequestException.class,
                new Bad(
                        "pageToken",
                        "use it with that query",
                        list(with -> with.pageSize(2).pageToken(token))));
    }

    private <E extends DealsException> void assertRefused(Class<E> type, Bad bad) {
        E refused = catchThrowableOfType(type, () -> bad.call().accept(deals));

        assertThat(refused).as("%s", bad).isNotNull();
        assertThat(refused)
                .hasMessageContaining("play2sell")
                .hasMessageContaining(bad.field())
                .hasMessageContaining(bad.hint());
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(refused.attempts()).isZero();
        if (refused instanceof InvalidRequestException invalid) {
            assertThat(invalid.fieldErrors()).extracting(FieldError::field).containsExactly(bad.field());
        }
        assertThat(simulator.journal()).isEmpty();
    }

    private static Consumer<DealsClient> create(Consumer<NewDeal.Builder> change) {
        return client -> {
            NewDeal.Builder deal = NewDeal.builder().name("Plain").value(DealValue.of("1"));
            change.accept(deal);
            client.create(deal.build());
        };
    }

    private static Consumer<DealsClient> update(Consumer<DealUpdate.Builder> change) {
        return client -> {
            DealUpdate.Builder update = DealUpdate.builder();
            change.accept(update);
            client.update(TECH_CORP, update.build());
        };
    }

    private static Consumer<DealsClient> list(Consumer<DealQuery.Builder> change) {
        return client -> {
            DealQuery.Builder query = DealQuery.builder();
            change.accept(query);
            client.list(query.build()).forEach(deal -> {});
        };
    }
}
