package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Paged;
import dev.dealsdk.StageRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One client, many threads; and a client that is closed. */
class Play2SellConcurrencyTest extends OnSimulator {
    private static final int DEALS_PER_THREAD = 5;

    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void oneClient_manyThreads_keepsTheirDealsApart(int threads) throws Exception {
        List<Deal> closed = inThreads(threads, number -> {
            List<Deal> mine = new ArrayList<>();
            for (int i = 0; i < DEALS_PER_THREAD; i++) {
                String name = "Deal " + number + "-" + i;
                Deal created = deals.create(NewDeal.builder()
                        .name(name)
                        .value(DealValue.of(number + "." + (i + 1)))
                        .build());
                Deal moved = deals.move(created.id(), StageRef.named("Negotiation"));
                assertThat(moved.name()).contains(name);
                mine.add(deals.win(created.id()));
            }
            return mine;
        });

        assertThat(new HashSet<>(closed.stream().map(Deal::id).toList())).hasSize(threads * DEALS_PER_THREAD);
        assertThat(closed).allSatisfy(deal -> {
            String place = deal.name().orElseThrow().substring("Deal ".length());
            String[] parts = place.split("-", 2);
            assertThat(deal.value()).contains(DealValue.of(parts[0] + "." + (Integer.parseInt(parts[1]) + 1)));
            assertThat(deal.status()).isEqualTo(DealStatus.WON);
        });
        assertThat(simulator.deals()).hasSize(2 + threads * DEALS_PER_THREAD);
    }

    @Test
    void expiredToken_manyThreads_isRenewedOnce() throws Exception {
        try (DealsClient client = DealsClient.connect(config(Map.of(
                "deals.provider", "play2sell",
                "deals.base-url", simulator.url(),
                "deals.oauth.token-url", simulator.tokenUrl(),
                "deals.oauth.client-id", simulator.clientId(),
                "deals.oauth.client-secret", simulator.clientSecret())))) {
            client.stages();
            simulator.expireIssuedTokens();

            List<Deal> read = inThreads(16, number -> List.of(client.get(TECH_CORP)));

            assertThat(read).hasSize(16);
            assertThat(simulator.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void closedClient_anyCall_isRefusedBeforeAnythingIsSent() {
        Paged<Deal> begun = deals.list(DealQuery.all());
        DealsClient view = deals.with(CallOptions.builder().maxAttempts(1).build());
        deals.close();
        deals.close();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> deals.create(
                        NewDeal.builder().name("Late").value(DealValue.of("1")).build()),
                () -> deals.get(TECH_CORP),
                () -> deals.update(TECH_CORP, DealUpdate.builder().name("Late").build()),
                () -> deals.delete(TECH_CORP),
                () -> deals.move(TECH_CORP, StageRef.id(PROPOSAL)),
                () -> deals.win(TECH_CORP),
                () -> deals.lose(TECH_CORP, "price"),
                () -> deals.list(DealQuery.all()),
                () -> begun.iterator().hasNext(),
                deals::stages,
                view::stages,
                () -> deals.unwrap(Play2SellApi.class))) {
            assertThatIllegalStateException().isThrownBy(call).withMessageContaining("closed");
        }
        assertThat(simulator.journal()).isEmpty();
    }

    /** All begin at the same moment; their results one after the other. */
    private static List<Deal> inThreads(int threads, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Deal>>> running = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return work.of(number);
                    }))
                    .toList();
            List<Deal> results = new ArrayList<>();
            for (Future<List<Deal>> result : running) {
                results.addAll(result.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one of the threads does. */
    @FunctionalInterface
    private interface Work {
        List<Deal> of(int number);
    }
}
