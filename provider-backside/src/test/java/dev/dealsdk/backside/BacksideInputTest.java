package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.LOST;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.Outcome;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: refused before a byte is sent, naming the field. */
final class BacksideInputTest {

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient deals;

    @BeforeEach
    void connect() {
        deals = BacksideServer.connect(
                server,
                Map.of(
                        "deals.stages.proposal", PROPOSAL,
                        "deals.won-stage", WON,
                        "deals.lost-stage", LOST,
                        "deals.open-stage", PROPOSAL,
                        "deals.allow-unverified", "true"));
    }

    @AfterEach
    void sendsNothing() {
        deals.close();
        assertThat(server.getRequestCount()).isZero();
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                invalid("get, number", "id", deals -> deals.get("127")),
                invalid("get, path", "id", deals -> deals.get("../tenant")),
                invalid("get, braces", "id", deals -> deals.get("{" + DEAL + "}")),
                invalid("get, without hyphens", "id", deals -> deals.get(DEAL.replace("-", ""))),
                invalid("get, trailing space", "id", deals -> deals.get(DEAL + " ")),
                invalid("get, other digits", "id", deals -> deals.get(DEAL.replace('3', '٣'))),
                invalid("win", "id", deals -> deals.win("127")),
                invalid("reopen", "id", deals -> deals.reopen("127")),
                invalid("move, deal", "id", deals -> deals.move("127", StageRef.id(WON))),
                invalid("move, stage id", "stage", deals -> deals.move(DEAL, StageRef.id("Won"))),
                invalid("move, name", "stage", deals -> deals.move(DEAL, StageRef.named("Won"))),
                invalid("reopen, stage id", "stage", deals -> deals.reopen(DEAL, reopen("7"))),
                invalid("list, stage id", "stage", deals -> read(deals, inStage("7"))),
                invalid("api get", "id", deals -> api(deals).getDeal("7")),
                invalid("api move", "stage_id", deals -> api(deals).moveDeal(DEAL, "7")),
                invalid(
                        "api list",
                        "stage_id",
                        deals -> api(deals)
                                .listDeals(
                                        BacksideDealQuery.builder().stageId("7").build())),
                invalid("api contacts", "id", deals -> api(deals).listDealContacts("7")),
                invalid("api add, deal", "id", deals -> api(deals).addDealContact("7", contact(CONTACT, CONTACT))),
                invalid(
                        "api add, contact",
                        "contact_id",
                        deals -> api(deals).addDealContact(DEAL, contact("7", CONTACT))),
                invalid(
                        "api add, introducer",
                        "introduced_by",
                        deals -> api(deals).addDealContact(DEAL, contact(CONTACT, "7"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void anyCall_badId_isRefusedNamingIt(String name, String field, Consumer<DealsClient> call) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> call.accept(deals));

        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.fieldErrors()).extracting(FieldError::field).containsExactly(field);
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void get_badId_saysWhatOneLooksLike() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> deals.get("127"))
                .withMessageContaining("id: is not a UUID such as 550e8400-e29b-41d4-a716-446655440002");
    }

    @Test
    void move_nameOfAStage_saysWhyItCannotBeFound() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> deals.move(DEAL, StageRef.named("Won")))
                .withMessageContaining("no call that lists stages was found in Backside's reference")
                .withMessageContaining("deals.stages.Won");
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                unsupported("move note", "note", deals -> deals.move(DEAL, noted())),
                unsupported(
                        "win reason",
                        "reason",
                        deals ->
                                deals.win(DEAL, Win.builder().wonReason("Price").build())),
                unsupported(
                        "win note",
                        "note",
                        deals -> deals.win(DEAL, Win.builder().note("n").build())),
                unsupported(
                        "win value",
                        "finalValue",
                        deals -> deals.win(
                                DEAL,
                                Win.builder().finalValue(DealValue.of("1")).build())),
                unsupported(
                        "win currency",
                        "value.currency",
                        deals -> deals.win(
                                DEAL,
                                Win.builder()
                                        .finalValue(DealValue.of("1", "EUR"))
                                        .build())),
                unsupported(
                        "win extras",
                        "extras.closed_at",
                        deals -> deals.win(
                                DEAL,
                                Win.builder().putExtras("closed_at", "now").build())),
                unsupported("lose reason", "reason", deals -> deals.lose(DEAL, "Price")),
                unsupported(
                        "lose note",
                        "note",
                        deals -> deals.lose(DEAL, Loss.builder().note("n").build())),
                unsupported(
                        "reopen owner",
                        "ownerIds",
                        deals -> deals.reopen(
                                DEAL, Reopen.builder().addOwnerIds(CONTACT).build())),
                unsupported("list status", "status", deals -> deals.list(DealQuery.open())),
                unsupported(
                        "list text",
                        "text",
                        deals -> deals.list(DealQuery.builder().text("acme").build())),
                unsupported(
                        "list owner",
                        "owner",
                        deals -> deals.list(DealQuery.builder().ownerId(CONTACT).build())),
                unsupported(
                        "list order",
                        "VALUE",
                        deals -> deals.list(
                                DealQuery.builder().sort(DealSort.VALUE).build())),
                unsupported(
                        "list cursor",
                        "extras.cursor",
                        deals -> deals.list(
                                DealQuery.builder().putExtras("cursor", "c").build())),
                unsupported(
                        "list page size",
                        "pageSize",
                        deals -> read(deals, DealQuery.builder().pageSize(10).build())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    void anyCall_fieldBacksideDoesNotTake_isRefusedNamingIt(String name, String field, Consumer<DealsClient> call) {
        UnsupportedByProviderException refusal =
                catchThrowableOfType(UnsupportedByProviderException.class, () -> call.accept(deals));

        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal).hasMessageContaining(field).hasMessageStartingWith("backside ");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void get_whatCanBeNoIdAnywhere_isRefused(String id) {
        assertThatExceptionOfType(DealsException.class).isThrownBy(() -> deals.get(id));
    }

    private static Arguments invalid(String name, String field, Consumer<DealsClient> call) {
        return Arguments.of(name, field, call);
    }

    private static Arguments unsupported(String name, String field, Consumer<DealsClient> call) {
        return Arguments.of(name, field, call);
    }

    private static BacksideApi api(DealsClient deals) {
        return deals.unwrap(BacksideApi.class);
    }

    private static void read(DealsClient deals, DealQuery query) {
        assertThat(deals.list(query).iterator().hasNext()).isFalse();
    }

    private static DealQuery inStage(String stageId) {
        return DealQuery.builder().stage(StageRef.id(stageId)).build();
    }

    private static Reopen reopen(String stageId) {
        return Reopen.builder().stage(StageRef.id(stageId)).build();
    }

    private static Move noted() {
        return Move.builder().stage(StageRef.id(WON)).note("n").build();
    }

    private static BacksideDealContactCreate contact(String contactId, String introducedBy) {
        return BacksideDealContactCreate.builder()
                .contactId(contactId)
                .introducedBy(introducedBy)
                .build();
    }
}
