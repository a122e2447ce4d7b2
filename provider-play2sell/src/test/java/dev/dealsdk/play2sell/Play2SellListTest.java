package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Page;
import dev.dealsdk.Paged;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters, orders and pages. */
class Play2SellListTest extends OnSimulator {
    private static final String TECH = "Tech Corp - Enterprise License";
    private static final String START = "StartupXYZ - Pro Plan";
    private static final String OLD = "Old Mill - Refit";

    static Stream<Arguments> filters() {
        return Stream.of(
                filter(query -> query.status(DealStatus.OPEN), "status", "open", TECH, START),
                filter(query -> query.status(DealStatus.WON), "status", "won", OLD),
                filter(query -> query.status(DealStatus.LOST), "status", "lost"),
                filter(query -> query.stage(StageRef.id(PROPOSAL)), "stage_id", PROPOSAL, TECH),
                filter(query -> query.stage(StageRef.named("prospecting")), "stage_id", PROSPECTING, START, OLD),
                filter(query -> query.ownerId(OWNER), "owner_id", OWNER, TECH),
                filter(query -> query.teamId(TEAM), "team_id", TEAM, OLD),
                filter(query -> query.minValue(new BigDecimal("12000.5")), "min_value", "12000.5", TECH),
                filter(query -> query.minValue(new BigDecimal("1e2")), "min_value", "100", TECH, START),
                filter(query -> query.maxValue(new BigDecimal("99.90")), "max_value", "99.90", OLD),
                filter(
                        query -> query.expectedCloseAfter(LocalDate.of(2026, 4, 16)),
                        "close_date_after",
                        "2026-04-16",
                        START),
                filter(
                        query -> query.expectedCloseBefore(LocalDate.of(2026, 4, 15)),
                        "close_date_before",
                        "2026-04-15",
                        TECH,
                        OLD),
                filter(query -> query.text("maria@techcorp.com"), "search", "maria@techcorp.com", TECH),
                filter(query -> query.text("Pro Plan & más? +5%"), "search", "Pro Plan & más? +5%"));
    }

    private static Arguments filter(
            Function<DealQuery.Builder, DealQuery.Builder> condition, String name, String value, String... found) {
        return arguments(condition.apply(DealQuery.builder()).build(), name, value, List.of(found));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void list_oneFilter_isAppliedByTheVendor(DealQuery query, String parameter, String value, List<String> found) {
        addOldMill();

        assertThat(namesOf(deals.list(query))).containsExactlyElementsOf(found);

        assertThat(lastSent().query())
                .isEqualTo(Map.of("page", List.of("1"), "per_page", List.of("100"), parameter, List.of(value)));
    }

    @Test
    void list_allFiltersTogether_areAllSent() {
        DealQuery query = DealQuery.builder()
                .status(DealStatus.OPEN)
                .stage(StageRef.id(PROPOSAL))
                .ownerId(OWNER)
                .teamId(TEAM)
                .minValue(new BigDecimal("1"))
                .maxValue(new BigDecimal("100000"))
                .expectedCloseAfter(LocalDate.of(2026, 1, 1))
                .expectedCloseBefore(LocalDate.of(2026, 12, 31))
                .text("tech")
                .sort(DealSort.VALUE_DESCENDING)
                .pageSize(20)
                .build();

        assertThat(deals.list(query)).isEmpty();

        assertThat(lastSent().query())
                .containsOnlyKeys(
                        "page",
                        "per_page",
                        "sort",
                        "stage_id",
                        "owner_id",
                        "team_id",
                        "status",
                        "min_value",
                        "max_value",
                        "close_date_after",
                        "close_date_before",
                        "search");
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE, value, Old Mill|StartupXYZ|Tech Corp",
        "VALUE_DESCENDING, -value, Tech Corp|StartupXYZ|Old Mill",
        "CREATED_AT, created_at, Old Mill|Tech Corp|StartupXYZ",
        "CREATED_AT_DESCENDING, -created_at, StartupXYZ|Tech Corp|Old Mill",
        "EXPECTED_CLOSE_ON, expected_close_date, Old Mill|Tech Corp|StartupXYZ",
        "EXPECTED_CLOSE_ON_DESCENDING, -expected_close_date, StartupXYZ|Tech Corp|Old Mill"
    })
    void list_sorted_isOrderedByTheVendor(DealSort sort, String parameter, String order) {
        addOldMill();

        List<String> names = namesOf(deals.list(DealQuery.builder().sort(sort).build()));

        assertThat(lastSent().parameter("sort")).contains(parameter);
        assertThat(names.stream().map(name -> name.split(" - ", 2)[0])).containsExactly(order.split("\\|", -1));
    }

    @ParameterizedTest
    @EnumSource(DealSort.class)
    void capabilities_sorts_namesTheSixOfThePage(DealSort sort) {
        assertThat(deals.capabilities().sorts().contains(sort))
                .isEqualTo(!sort.name().startsWith("UPDATED_AT"));
    }

    @Test
    void list_notRead_sendsNothing() {
        Paged<Deal> listing = deals.list(DealQuery.all());
        listing.pages();
        listing.stream();

        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void list_noDeals_isOneEmptyPage() {
        List<Page<Deal>> pages =
                pagesOf(deals, DealQuery.builder().text("nobody has this name").build());

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).items()).isEmpty();
        assertThat(pages.get(0).total()).contains(0L);
        assertThat(pages.get(0).nextPageToken()).isEmpty();
        assertThat(simulator.journal()).hasSize(1);
    }

    @Test
    void list_oneDeal_isOnePage() {
        List<Page<Deal>> pages =
                pagesOf(deals, DealQuery.builder().text("startup").pageSize(1).build());

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).items()).extracting(Deal::id).containsExactly(STARTUP);
        assertThat(pages.get(0).nextPageToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 125", "25, 5", "100, 2"})
    void list_manyDeals_bringsEachOnce(int pageSize, int requests) {
        List<String> ids = fillTo(125);

        List<String> listed = deals.list(DealQuery.builder().pageSize(pageSize).build()).stream()
                .map(Deal::id)
                .toList();

        assertThat(listed).containsExactlyElementsOf(ids);
        assertThat(simulator.journal()).hasSize(requests);
        assertThat(lastSent().parameter("page")).contains(String.valueOf(requests));
        assertThat(lastSent().parameter("per_page")).contains(String.valueOf(pageSize));
    }

    @Test
    void list_noPageSize_asksForTheLargestPages() {
        fillTo(101);

        List<Page<Deal>> pages = pagesOf(deals, DealQuery.all());

        assertThat(pages).hasSize(2).allSatisfy(page -> assertThat(page.total()).contains(101L));
        assertThat(simulator.journal())
                .allSatisfy(entry -> assertThat(entry.parameter("per_page")).contains("100"));
    }

    @Test
    void list_pageToken_resumesInAnotherClient() {
        List<String> ids = fillTo(60);
        DealQuery query = DealQuery.builder()
                .status(DealStatus.OPEN)
                .sort(DealSort.CREATED_AT)
                .pageSize(25)
                .build();
        Page<Deal> first = deals.list(query).pages().iterator().next();

        try (DealsClient later = connect()) {
            DealQuery rest = DealQuery.builder()
                    .from(query)
                    .pageToken(first.nextPageToken())
                    .build();
            List<String> resumed = later.list(rest).stream().map(Deal::id).toList();

            List<String> all =
                    new ArrayList<>(first.items().stream().map(Deal::id).toList());
            all.addAll(resumed);
            assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(simulator.journal())
                    .extracting(entry -> entry.parameter("page").orElse(""))
                    .containsExactly("1", "2", "3");
        }
    }

    private static List<Page<Deal>> pagesOf(DealsClient client, DealQuery query) {
        List<Page<Deal>> pages = new ArrayList<>();
        client.list(query).pages().forEach(pages::add);
        return pages;
    }

    private static List<String> namesOf(Paged<Deal> listing) {
        return listing.stream().map(deal -> deal.name().orElse("")).toList();
    }

    private void addOldMill() {
        simulator.addDeal(Map.of(
                "name",
                OLD,
                "value",
                99.90,
                "status",
                "won",
                "team_id",
                TEAM,
                "expected_close_date",
                "2026-01-02",
                "created_at",
                "2025-12-24T08:00:00Z"));
    }

    /** All ids, in order of creation, after adding deals until there are this many. */
    private List<String> fillTo(int count) {
        for (int i = simulator.deals().size(); i < count; i++) {
            Map<String, Object> deal = new HashMap<>();
            deal.put("name", "Deal " + i);
            deal.put("value", i);
            simulator.addDeal(deal);
        }
        return simulator.deals().stream()
                .map(deal -> String.valueOf(deal.get("id")))
                .toList();
    }
}
