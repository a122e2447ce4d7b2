package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Filters and orders that the SDK applies give what the vendor's own give. */
class LocalQueryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final String ANNA = "660e8400-e29b-41d4-a716-446655440001";

    private final VendorSimulator simulator = Play2SellSimulator.start();
    private final DealsClient vendor = DealsClient.connect(DealsConfig.from(simulator.config()));
    private final DealsClient local = DealsClient.connect(DealsConfig.from(blind("filters,sorts")));

    private Map<String, String> blind(String localQuery) {
        Map<String, String> config = new HashMap<>(simulator.config());
        config.put("deals.provider", "blind");
        config.put("deals.local-query", localQuery);
        return config;
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 30; i++) {
            NewDeal.Builder deal = NewDeal.builder();
            deal.name((i % 3 == 0 ? "Große Straße " : "small ") + i)
                    .value(DealValue.of(i % 5 * 100 + ".5"))
                    .stage(StageRef.named(i % 2 == 0 ? "Proposal" : "Qualification"));
            if (i % 4 == 0) {
                deal.addOwnerIds(ANNA).expectedCloseOn(DAY.plusDays(i % 7));
            }
            String id = vendor.create(deal.build()).id();
            if (i % 6 == 0) {
                vendor.win(id);
            } else if (i % 6 == 1) {
                vendor.lose(id, "Price");
            }
        }
    }

    @AfterEach
    void close() {
        vendor.close();
        local.close();
        simulator.close();
    }

    @TestFactory
    Stream<DynamicTest> query_bothWays_givesTheSame() {
        Map<String, Consumer<DealQuery.Builder>> queries = new LinkedHashMap<>();
        queries.put("open", query -> query.status(DealStatus.OPEN));
        queries.put("won", query -> query.status(DealStatus.WON));
        queries.put("lost", query -> query.status(DealStatus.LOST));
        queries.put("stage", query -> query.stage(StageRef.named("Proposal")));
        queries.put("owner", query -> query.ownerId(ANNA));
        queries.put("from a value", query -> query.minValue(new BigDecimal("200.50")));
        queries.put("to a value", query -> query.maxValue(new BigDecimal("200.5")));
        queries.put("from a day", query -> query.expectedCloseAfter(DAY.plusDays(1)));
        queries.put("to a day", query -> query.expectedCloseBefore(DAY.plusDays(4)));
        queries.put("text", query -> query.text("GROSSE STRASSE".replace("SS", "ß")));
        queries.put(
                "several", query -> query.status(DealStatus.OPEN).ownerId(ANNA).minValue(new BigDecimal("100")));
        for (DealSort sort : DealSort.values()) {
            if (sort != DealSort.UPDATED_AT && sort != DealSort.UPDATED_AT_DESCENDING) {
                queries.put("by " + sort, query -> query.sort(sort));
            }
        }
        return queries.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    DealQuery.Builder query = DealQuery.builder();
                    entry.getValue().accept(query.pageSize(7));
                    List<String> theirs = ids(vendor, query.build());
                    List<String> ours = ids(local, query.build());
                    assertThat(theirs).as("the query tells something").isNotEmpty();
                    assertThat(ours).containsExactlyElementsOf(theirs);
                }));
    }

    private static List<String> ids(DealsClient deals, DealQuery query) {
        return deals.list(query).stream().map(Deal::id).toList();
    }

    @Test
    void pages_filtered_resumeByTokenWithoutATotal() {
        DealQuery.Builder open = DealQuery.builder();
        DealQuery query = open.status(DealStatus.OPEN).pageSize(7).build();
        List<String> ids = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            DealQuery.Builder next = DealQuery.builder();
            Page<Deal> page = local.list(next.from(query).pageToken(token).build())
                    .pages()
                    .iterator()
                    .next();
            assertThat(page.total()).isEmpty();
            page.items().forEach(deal -> ids.add(deal.id()));
            token = page.nextPageToken();
        } while (token.isPresent());

        assertThat(ids).containsExactlyElementsOf(ids(vendor, query));
    }

    @Test
    void pages_ordered_resumeByToken() {
        DealQuery.Builder ordered = DealQuery.builder();
        DealQuery query = ordered.sort(DealSort.VALUE_DESCENDING).pageSize(7).build();
        Page<Deal> first = local.list(query).pages().iterator().next();
        DealQuery.Builder rest = DealQuery.builder();
        List<String> all = new ArrayList<>(first.items().stream().map(Deal::id).toList());
        all.addAll(ids(local, rest.from(query).pageToken(first.nextPageToken()).build()));

        assertThat(first.items()).hasSize(7);
        assertThat(all).containsExactlyElementsOf(ids(vendor, query));
    }

    @Test
    void order_beyondItsLimit_failsWithTheNumberThatWasRead() {
        Map<String, String> config = blind("filters,sorts");
        config.put("deals.local-sort-limit", "10");
        try (DealsClient limited = DealsClient.connect(DealsConfig.from(config))) {
            DealQuery.Builder query = DealQuery.builder();
            assertThatThrownBy(() -> ids(limited, query.sort(DealSort.VALUE).build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("deals.local-sort-limit")
                    .hasMessageContaining("deals were read");
        }
    }

    @Test
    void filters_alone_leaveOrdersRefused_andTeamsAlways() {
        try (DealsClient filtering = DealsClient.connect(DealsConfig.from(blind("filters")))) {
            DealQuery.Builder ordered = DealQuery.builder();
            DealQuery.Builder team = DealQuery.builder();
            assertThatThrownBy(() -> filtering.list(ordered.sort(DealSort.VALUE).build()))
                    .isInstanceOf(UnsupportedByProviderException.class);
            assertThatThrownBy(() -> filtering.list(team.teamId(ANNA).build()))
                    .isInstanceOf(UnsupportedByProviderException.class);
            assertThat(filtering.capabilities().localFilters())
                    .contains(DealFilter.TEXT)
                    .doesNotContain(DealFilter.TEAM);
        }
    }

    @Test
    void values_inTwoCurrencies_areNotCompared() {
        try (VendorSimulator stardex = BridgedVendor.STARDEX.start();
                DealsClient deals = BridgedVendor.STARDEX.connect(stardex, Map.of())) {
            for (String currency : List.of("USD", "EUR")) {
                NewDeal.Builder deal = NewDeal.builder();
                deals.create(deal.name("In " + currency)
                        .value(DealValue.of("100", currency))
                        .build());
            }
            DealQuery.Builder query = DealQuery.builder();
            DealQuery large = query.minValue(BigDecimal.ONE).build();

            assertThatThrownBy(() -> ids(deals, large))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("EUR, USD")
                    .hasMessageContaining("deals.currency");
            try (DealsClient euros = BridgedVendor.STARDEX.connect(stardex, Map.of("deals.currency", "EUR"))) {
                assertThat(euros.list(large).stream().flatMap(deal -> deal.name().stream()))
                        .contains("In EUR")
                        .doesNotContain("In USD");
            }
        }
    }

    @Test
    void listeners_hearHowManyWereReadForHowManyGiven() {
        List<String> heard = new CopyOnWriteArrayList<>();
        DealsConfig config = DealsConfig.from(blind("filters")).toBuilder()
                .addListener(call -> new CallObserver() {
                    @Override
                    public void filtered(int read, int given) {
                        heard.add(given + " of " + read);
                    }
                })
                .build();
        try (DealsClient listened = DealsClient.connect(config)) {
            DealQuery.Builder query = DealQuery.builder();
            int given = ids(listened, query.status(DealStatus.WON).pageSize(100).build())
                    .size();

            assertThat(heard).hasSize(1);
            assertThat(heard.get(0)).startsWith(given + " of ");
        }
    }
}
