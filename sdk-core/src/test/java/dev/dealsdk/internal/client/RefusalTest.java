package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor does not take is refused before anything is sent, saying what, why, and what there is instead. */
final class RefusalTest {
    private static final NewDeal GOOD =
            NewDeal.builder().name("x").stage(StageRef.id("s1")).build();

    private static final String ENDLESS = "is a number of more than 1000 digits when it is written out";

    private final FakeVendor vendor = new FakeVendor();
    private final DealsClient deals = vendor.connect();

    private static Arguments refused(String message, Consumer<DealsClient> call) {
        return Arguments.of(Named.of(message, message), call);
    }

    private static NewDeal.Builder good() {
        return NewDeal.builder().from(GOOD);
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                refused(
                        "fake reopen d1: not supported: Fake closes for good [docs: closing];"
                                + " instead: create a new deal (nothing was sent)",
                        deals -> deals.reopen("d1")),
                refused(
                        "fake delete d1: off, because it is not fully documented: its page is empty;"
                                + " set deals.allow-unverified=true to try it (nothing was sent)",
                        deals -> deals.delete("d1")),
                refused(
                        "fake create: value.currency is not supported in create: fake documents no such field there;"
                                + " it takes name, value, stage, customFields, winProbability (nothing was sent)",
                        deals -> deals.create(
                                good().value(DealValue.of("1", "EUR")).build())),
                refused(
                        "fake create: tags is not supported in create: Fake's tags are set in its own pages;"
                                + " it takes name, value, stage, customFields, winProbability (nothing was sent)",
                        deals -> deals.create(good().addTags("hot").build())),
                refused(
                        "fake create: extras.prio is not supported in create: fake documents no such extra field there;"
                                + " it takes priority, source (nothing was sent)",
                        deals -> deals.create(good().putExtras("prio", 1).build())),
                refused(
                        "fake update d1: extras.priority is not supported in update: fake documents no such extra field there;"
                                + " it takes nothing (nothing was sent)",
                        deals -> deals.update(
                                "d1",
                                DealUpdate.builder()
                                        .putExtras("priority", "high")
                                        .build())),
                refused(
                        "fake update d1: value is not supported in update: fake documents no such field there;"
                                + " it takes name, customFields, winProbability (nothing was sent)",
                        deals -> deals.update(
                                "d1",
                                DealUpdate.builder().value(DealValue.of("1")).build())),
                refused(
                        "fake update d1: tags cannot be cleared: fake documents no way to clear its value"
                                + " (one endpoint does it); the fields that can be cleared are description (nothing was sent)",
                        deals -> deals.update(
                                "d1", DealUpdate.builder().clear(DealField.TAGS).build())),
                refused(
                        "fake create: value.currency is not supported in create: fake documents no such field there;"
                                + " tags is not supported in create: Fake's tags are set in its own pages;"
                                + " it takes name, value, stage, customFields, winProbability;"
                                + " extras.prio is not supported in create: fake documents no such extra field there;"
                                + " it takes priority, source (nothing was sent)",
                        deals -> deals.create(good().value(DealValue.of("1", "EUR"))
                                .addTags("hot")
                                .putExtras("prio", 1)
                                .build())),
                refused(
                        "fake update d1: value is not supported in update: fake documents no such field there;"
                                + " it takes name, customFields, winProbability;"
                                + " tags cannot be cleared: fake documents no way to clear its value"
                                + " (one endpoint does it); the fields that can be cleared are description (nothing was sent)",
                        deals -> deals.update(
                                "d1",
                                DealUpdate.builder()
                                        .value(DealValue.of("1"))
                                        .clear(DealField.TAGS)
                                        .build())),
                refused(
                        "fake list: the filters teamId, maxValue are not supported: fake can filter by status, stage,"
                                + " ownerId, text; the order UPDATED_AT is not supported: fake can sort by VALUE,"
                                + " CREATED_AT (nothing was sent)",
                        deals -> deals.list(DealQuery.builder()
                                .teamId("t")
                                .maxValue(BigDecimal.ONE)
                                .sort(DealSort.UPDATED_AT)
                                .build())),
                refused(
                        "fake win d1: wonReason is not supported in win: fake documents no such field there;"
                                + " it takes finalValue (nothing was sent)",
                        deals ->
                                deals.win("d1", Win.builder().wonReason("price").build())),
                refused(
                        "fake list: the filter teamId is not supported: fake can filter by status, stage, ownerId, text"
                                + " (nothing was sent)",
                        deals -> deals.list(DealQuery.builder().teamId("t").build())),
                refused(
                        "fake list: the order UPDATED_AT is not supported: fake can sort by VALUE, CREATED_AT"
                                + " (nothing was sent)",
                        deals -> deals.list(
                                DealQuery.builder().sort(DealSort.UPDATED_AT).build())),
                refused(
                        "fake list: extras.v is not supported in list: fake documents no such extra"
                                + " field there; it takes view (nothing was sent)",
                        deals ->
                                deals.list(DealQuery.builder().putExtras("v", 1).build())),
                refused(
                        "fake move d1: idempotencyKey is not supported: fake documents no idempotency key for move;"
                                + " leave it out (nothing was sent)",
                        deals -> deals.with(CallOptions.builder()
                                        .idempotencyKey("k")
                                        .build())
                                .move("d1", StageRef.id("s1"))));
    }

    @ParameterizedTest
    @MethodSource
    void unsupported(String message, Consumer<DealsClient> call) {
        UnsupportedByProviderException thrown =
                catchThrowableOfType(UnsupportedByProviderException.class, () -> call.accept(deals));

        assertThat(thrown).hasMessage(message);
        assertRefused(thrown);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                refused(
                        "fake create: name: is missing or blank; fake requires it; stage: is missing or blank;"
                                + " fake requires it (nothing was sent)",
                        deals -> deals.create(NewDeal.builder().build())),
                refused(
                        "fake create: name: is missing or blank; fake requires it (nothing was sent)",
                        deals -> deals.create(good().name(" \t").build())),
                refused(
                        "fake create: winProbability: 100.01 is no percentage between 0 and 100 (nothing was sent)",
                        deals -> deals.create(
                                good().winProbability(new BigDecimal("100.01")).build())),
                refused(
                        "fake create: value: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.create(
                                good().value(DealValue.of("1e99999999")).build())),
                refused(
                        "fake create: customFields.a[1].b: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.create(good().putCustomFields(
                                        "a", List.of(1, Map.of("b", new BigDecimal("1e-99999999"))))
                                .build())),
                refused(
                        "fake create: extras.priority: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.create(good().putExtras("priority", new BigDecimal("1e1000"))
                                .build())),
                refused(
                        "fake update d1: winProbability: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.update(
                                "d1",
                                DealUpdate.builder()
                                        .winProbability(new BigDecimal("1e-99999999"))
                                        .build())),
                refused(
                        "fake win d1: finalValue: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.win(
                                "d1",
                                Win.builder()
                                        .finalValue(DealValue.of("-1e2000000000"))
                                        .build())),
                refused(
                        "fake list: extras.view: " + ENDLESS + " (nothing was sent)",
                        deals -> deals.list(DealQuery.builder()
                                .putExtras("view", new BigDecimal("1e99999999"))
                                .build())),
                refused(
                        "fake update d1: winProbability: -1 is no percentage between 0 and 100 (nothing was sent)",
                        deals -> deals.update(
                                "d1",
                                DealUpdate.builder()
                                        .winProbability(new BigDecimal(-1))
                                        .build())),
                refused(
                        "fake update d1: update: changes nothing; set or clear a field (nothing was sent)",
                        deals -> deals.update("d1", DealUpdate.builder().build())),
                refused(
                        "fake update d1: name: is blank; fake requires it (nothing was sent)",
                        deals ->
                                deals.update("d1", DealUpdate.builder().name("").build())),
                refused(
                        "fake lose d1: reason: is missing or blank; fake requires it (nothing was sent)",
                        deals -> deals.lose("d1", Loss.builder().build())),
                refused(
                        "fake lose d1: reason: is missing or blank; fake requires it (nothing was sent)",
                        deals -> deals.lose("d1", "  ")),
                refused(
                        "fake list: pageSize: 101 is more than the 100 that fake allows (nothing was sent)",
                        deals -> deals.list(DealQuery.builder().pageSize(101).build())));
    }

    @ParameterizedTest
    @MethodSource
    void invalid(String message, Consumer<DealsClient> call) {
        InvalidRequestException thrown = catchThrowableOfType(InvalidRequestException.class, () -> call.accept(deals));

        assertThat(thrown).hasMessage(message);
        assertThat(thrown.fieldErrors()).isNotEmpty();
        assertRefused(thrown);
    }

    @Test
    void create_severalFaults_areToldTogether() {
        InvalidRequestException thrown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.create(
                        NewDeal.builder().winProbability(new BigDecimal(101)).build()));

        assertThat(thrown.fieldErrors().stream().map(FieldError::field))
                .containsExactly("name", "stage", "winProbability");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", ".", "..", "%2e", "%2E%2e", ".%2e", "a\nb", "a\u0000b", "\u007f", "a\u0085b"})
    void anyCall_idThatIsNone_isRefused(String id) {
        Stream<Consumer<DealsClient>> calls = Stream.of(
                client -> client.get(id),
                client -> client.update(id, DealUpdate.builder().name("x").build()),
                client -> client.move(id, StageRef.id("s1")),
                client -> client.win(id),
                client -> client.lose(id, "price"));

        calls.forEach(call -> {
            InvalidRequestException thrown =
                    catchThrowableOfType(InvalidRequestException.class, () -> call.accept(deals));
            assertThat(thrown.fieldErrors().get(0).field()).isEqualTo("id");
            assertThat(thrown).hasMessageContaining("use an id that Deal.id() returned");
            assertThat(thrown).message().doesNotContainPattern("\\p{Cc}");
            assertRefused(thrown);
        });
    }

    @Test
    void get_idOfAMegabyte_isRefusedInAFewWords() {
        InvalidRequestException thrown =
                catchThrowableOfType(InvalidRequestException.class, () -> deals.get("x".repeat(1 << 20)));

        assertThat(thrown).hasMessageContaining("is longer than 512 characters");
        assertThat(thrown).message().hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "%2f", "💼", "...", "a b"})
    void get_idOfAnyForm_isTheVendorsBusiness(String id) {
        deals.get(id);

        assertThat(vendor.arrived).containsExactly("get " + id);
    }

    @Test
    void create_percentOfTheBounds_isTaken() {
        deals.create(good().winProbability(BigDecimal.ZERO).build());
        deals.create(good().winProbability(new BigDecimal("100.00")).build());

        assertThat(vendor.arrived).hasSize(2);
    }

    @Test
    void create_keyWhereThereAreKeys_isTaken() {
        deals.with(CallOptions.builder().idempotencyKey("k1").build()).create(GOOD);

        assertThat(vendor.scopes.get(0).idempotencyKey()).isEqualTo("k1");
    }

    @Test
    void delete_unverifiedAndAllowed_isSent() {
        vendor.connect(FakeVendor.capabilities().allowUnverified(true).build()).delete("d1");

        assertThat(vendor.arrived).containsExactly("delete d1");
    }

    private void assertRefused(DealsException thrown) {
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.provider()).contains("fake");
        assertThat(thrown.operation()).isPresent();
        assertThat(thrown.attempts()).isZero();
        assertThat(vendor.arrived).as("requests").isEmpty();
    }
}
