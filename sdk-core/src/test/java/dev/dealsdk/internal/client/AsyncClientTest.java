package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same calls, checks and results as of the blocking client. */
final class AsyncClientTest {
    private static final NewDeal DEAL =
            NewDeal.builder().name("x").stage(StageRef.named("lead")).build();

    private final FakeVendor vendor = new FakeVendor();
    private final DealsClient deals = vendor.connect("deals.fields.margin", "attr-1");
    private final AsyncDealsClient async = deals.async();

    @Test
    void everyCall_allowed_givesTheDeal() {
        List<CompletableFuture<Deal>> calls = List.of(
                async.create(DEAL),
                async.get("d1"),
                async.update("d1", DealUpdate.builder().name("x").build()),
                async.move("d1", StageRef.id("s1")),
                async.win("d1"),
                async.lose("d1", "price"));

        assertThat(calls)
                .extracting(CompletableFuture::join)
                .extracting(Deal::id)
                .containsOnly("d1");
        assertThat(async.stages().join()).hasSize(3);
        assertThat(vendor.arrived(NewDeal.class).get(0).stage()).contains(StageRef.id("s1"));
    }

    @Test
    void list_tokenOfAPage_givesTheNext() {
        vendor.pages = cursor -> cursor.isEmpty()
                ? FakeVendor.page(List.of("d1"), Optional.of("2"))
                : FakeVendor.page(List.of("d2"), Optional.empty());

        Page<Deal> first = async.list(DealQuery.all()).join();
        Page<Deal> second = async.list(
                        DealQuery.builder().pageToken(first.nextPageToken()).build())
                .join();

        assertThat(second.items()).extracting(Deal::id).containsExactly("d2");
        assertThat(second.nextPageToken()).isEmpty();
    }

    @Test
    void everyCall_refused_failsTheFuture() {
        assertThat(failure(async.reopen("d1"))).isInstanceOf(UnsupportedByProviderException.class);
        assertThat(failure(async.delete("d1"))).isInstanceOf(UnsupportedByProviderException.class);
        assertThat(failure(async.get(" "))).isInstanceOf(InvalidRequestException.class);
        assertThat(failure(async.move("d1", StageRef.named("nowhere")))).isInstanceOf(InvalidRequestException.class);
        assertThat(failure(async.list(DealQuery.builder().pageToken("foreign").build())))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(vendor.arrived(Move.class)).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // What callers do who are not checked.
    void anyCall_null_isTold() {
        assertThatNullPointerException().isThrownBy(() -> async.get(null)).withMessage("dealId");
        assertThatNullPointerException().isThrownBy(() -> async.list(null)).withMessage("query");
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // There is none.
    void anyCall_closed_isRefused() {
        deals.close();

        Stream.<Supplier<Object>>of(
                        () -> async.get("d1"), () -> async.list(DealQuery.all()), async::stages, deals::async)
                .forEach(call -> assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(call::get)
                        .withMessage("this DealsClient is closed; connect a new one"));
    }

    private static @Nullable Throwable failure(CompletableFuture<?> future) {
        return Objects.requireNonNull(catchThrowableOfType(CompletionException.class, future::join))
                .getCause();
    }
}
