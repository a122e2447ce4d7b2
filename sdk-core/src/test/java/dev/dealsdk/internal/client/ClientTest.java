package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Paged;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.internal.call.ActiveCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClientTest {
    private static final NewDeal DEAL =
            NewDeal.builder().name("x").stage(StageRef.id("s1")).build();

    private final FakeVendor vendor = new FakeVendor();
    private final DealsClient deals = vendor.connect("deals.fields.margin", "attr-1");

    @Test
    @SuppressWarnings("NullAway") // What callers do who are not checked.
    void anyCall_null_namesTheParameter() {
        Map<String, ThrowingCallable> calls = Map.ofEntries(
                Map.entry("deal", () -> deals.create(null)),
                Map.entry("dealId", () -> deals.get(null)),
                Map.entry("update", () -> deals.update("d1", null)),
                Map.entry("move", () -> deals.move("d1", (Move) null)),
                Map.entry("stage", () -> deals.move("d1", (StageRef) null)),
                Map.entry("win", () -> deals.win("d1", null)),
                Map.entry("loss", () -> deals.lose("d1", (Loss) null)),
                Map.entry("reason", () -> deals.lose("d1", (String) null)),
                Map.entry("reopen", () -> deals.reopen("d1", (Reopen) null)),
                Map.entry("query", () -> deals.list(null)),
                Map.entry("options", () -> deals.with(null)),
                Map.entry("type", () -> deals.unwrap(null)),
                Map.entry("config", () -> DealsClient.connect(null)));

        calls.forEach((parameter, call) ->
                assertThatNullPointerException().as(parameter).isThrownBy(call).withMessage(parameter));
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void anyCall_closed_isRefused() {
        Paged<Deal> listing = deals.list(DealQuery.all());
        DealsClient view = deals.with(CallOptions.builder().maxAttempts(1).build());
        deals.close();
        deals.close();

        Stream<Consumer<DealsClient>> calls = Stream.of(
                client -> client.create(DEAL),
                client -> client.get("d1"),
                client -> client.update("d1", DealUpdate.builder().name("x").build()),
                client -> client.delete("d1"),
                client -> client.move("d1", StageRef.id("s1")),
                client -> client.win("d1"),
                client -> client.lose("d1", "price"),
                client -> client.reopen("d1"),
                client -> client.list(DealQuery.all()),
                client -> client.stages(),
                client -> client.unwrap(BigDecimal.class),
                client -> client.with(CallOptions.builder().build()),
                client -> client.async(),
                client -> listing.forEach(deal -> {}));
        calls.forEach(call -> Stream.of(deals, view)
                .forEach(client -> assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> call.accept(client))
                        .withMessage("this DealsClient is closed; connect a new one")));
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void close_ofAView_doesNothing() {
        deals.with(CallOptions.builder().build()).close();

        assertThat(deals.get("d1").id()).isEqualTo("d1");
    }

    @Test
    void with_options_holdForTheViewAlone() {
        CallOptions options = CallOptions.builder()
                .maxAttempts(7)
                .callTimeout(Duration.ofHours(1))
                .build();

        deals.with(options).get("d1");
        deals.get("d1");

        assertThat(vendor.scopes.get(0).options()).isEqualTo(options);
        assertThat(vendor.scopes.get(1).options().maxAttempts()).isEmpty();
        assertThat(Duration.ofNanos(((ActiveCall) vendor.scopes.get(0)).deadlineNanos() - System.nanoTime()))
                .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
        assertThat(Duration.ofNanos(((ActiveCall) vendor.scopes.get(1)).deadlineNanos() - System.nanoTime()))
                .isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void unwrap_theVendorsApi_isHandedOut() {
        assertThat(deals.unwrap(BigDecimal.class)).hasToString("10");
        assertThat(deals.unwrap(Number.class)).hasToString("10");
    }

    @Test
    void unwrap_anotherType_isRefusedWithTheOneThereIs() {
        assertThat(catchThrowableOfType(UnsupportedByProviderException.class, () -> deals.unwrap(Thread.class)))
                .hasMessageContaining("unwrap: fake offers java.math.BigDecimal, not java.lang.Thread");
    }

    @Test
    void customFields_underAliases_areTheVendorsKeysOverThere() {
        vendor.answer = Deal.builder()
                .from(FakeVendor.deal("d1"))
                .putCustomFields("attr-1", 5)
                .putCustomFields("attr-2", null)
                .build();

        Deal deal = deals.create(NewDeal.builder()
                .from(DEAL)
                .putCustomFields("margin", 7)
                .putCustomFields("attr-2", null)
                .build());

        Map<String, @Nullable Object> sent =
                vendor.arrived(NewDeal.class).get(0).customFields();
        assertThat(sent).containsOnlyKeys("attr-1", "attr-2").containsEntry("attr-2", null);
        assertThat(deal.customFields()).containsOnlyKeys("margin", "attr-2").containsEntry("attr-2", null);
        assertThat(deal.customFields().get("margin")).hasToString("5");
    }

    @Test
    void customFields_underAliasAndKey_isRefused() {
        DealUpdate update = DealUpdate.builder()
                .putCustomFields("margin", 1)
                .putCustomFields("attr-1", 2)
                .build();

        InvalidRequestException thrown =
                catchThrowableOfType(InvalidRequestException.class, () -> deals.update("d1", update));

        assertThat(thrown).hasMessageContaining("is set twice: by its alias and by the vendor's key attr-1");
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void customFields_vendorHasAKeyLikeTheAlias_loseNothing() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("attr-1", "aliased");
        fields.put("margin", "the vendor's own");
        vendor.answer =
                Deal.builder().from(FakeVendor.deal("d1")).customFields(fields).build();

        Deal deal = deals.get("d1");

        assertThat(deal.customFields()).isEqualTo(Map.of("margin", "aliased"));
        assertThat(deal.extras()).isEqualTo(Map.of("margin", "the vendor's own"));
    }

    @Test
    void anyCall_fromManyThreads_areAllMade() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> call = () -> {
                deals.move("d1", StageRef.named("lead"));
                return deals.create(DEAL).id();
            };
            List<Future<String>> results = threads.invokeAll(Collections.nCopies(200, call));
            for (Future<String> result : results) {
                assertThat(result.get()).isEqualTo("d1");
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(vendor.arrived(Move.class)).hasSize(200).allMatch(Move.to(StageRef.id("s1"))::equals);
        assertThat(vendor.arrived(NewDeal.class)).hasSize(200);
        assertThat(vendor.countOf("stages")).isBetween(1L, 8L);
    }
}
