package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches over the simulator: what is found, page by page. */
class StardexListTest extends OnSimulator {

    @ParameterizedTest
    @MethodSource("pageSizes")
    void list_anyPageSize_deliversEveryDealOnce(int size, int requests) {
        IntStream.range(0, 5).forEach(i -> simulator.addDeal(Map.of("name", "more " + i)));

        List<String> ids = deals.list(DealQuery.builder().pageSize(size).build()).stream()
                .map(Deal::id)
                .toList();

        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(simulator.journal()).hasSize(requests);
    }

    static Stream<Arguments> pageSizes() {
        return Stream.of(
                Arguments.of(1, 7), Arguments.of(3, 3), Arguments.of(6, 2), Arguments.of(7, 1), Arguments.of(100, 1));
    }

    @Test
    void list_pageToken_resumesInAnotherClient() {
        Page<Deal> first = deals.list(DealQuery.builder().pageSize(1).build())
                .pages()
                .iterator()
                .next();
        assertThat(first.total()).contains(2L);

        List<Deal> rest = new ArrayList<>();
        connect()
                .list(DealQuery.builder()
                        .pageSize(1)
                        .pageToken(first.nextPageToken())
                        .build())
                .forEach(rest::add);

        assertThat(rest).extracting(Deal::id).containsExactly(OLDER);
        assertThat(body(1)).asString().contains("offset=1", "limit=1");
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                found("deal_ids", query -> query.putExtras("deal_ids", List.of(ACME)), "Acme"),
                found("open", query -> query.status(DealStatus.OPEN), "Acme", "Acme", "open"),
                found("won", query -> query.status(DealStatus.WON), "won"),
                found("lost", query -> query.status(DealStatus.LOST)),
                found("won twice", query -> query.status(DealStatus.WON).stage(StageRef.id(WON)), "won"),
                found("stage", query -> query.stage(StageRef.id(PROSPECT)), "open"),
                found("owner", query -> query.ownerId(PERSON), "won"),
                found("text", query -> query.text("OPEN"), "open"),
                found("from", query -> query.expectedCloseAfter(LocalDate.of(2026, 2, 1)), "open"),
                found("until", query -> query.expectedCloseBefore(LocalDate.of(2026, 1, 31)), "won"),
                found(
                        "excluded",
                        query -> query.putExtras("deal_status_ids_excluded", List.of(PROPOSAL_SENT)),
                        "won",
                        "open"));
    }

    private static Arguments found(String name, Consumer<DealQuery.Builder> conditions, String... names) {
        return Arguments.of(name, conditions, List.of(names));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void list_filter_findsWhatItSays(String name, Consumer<DealQuery.Builder> conditions, List<String> names) {
        simulator.addDeal(Map.of(
                "name", "won", "deal_status_id", WON, "owner_ids", List.of(PERSON), "closed_date", "2026-01-31"));
        simulator.addDeal(Map.of("name", "open", "closed_date", "2026-02-01"));
        DealQuery.Builder query = DealQuery.builder();
        conditions.accept(query);

        List<String> found = deals.list(query.build()).stream()
                .map(deal -> deal.name().orElseThrow().split(" ", 2)[0])
                .toList();

        assertThat(found).as(name).containsExactlyElementsOf(names);
    }

    @Test
    void list_open_leavesOutWhatOnlyTheConfigurationTakesForClosed() {
        String parked = simulator.addStatus("Parked");
        simulator.addDeal(Map.of("name", "parked", "deal_status_id", parked));

        try (DealsClient closing = connect("deals.lost-stage", parked)) {
            assertThat(closing.list(DealQuery.open()))
                    .extracting(deal -> deal.name().orElseThrow())
                    .isNotEmpty()
                    .doesNotContain("parked");
        }
    }

    @Test
    void list_recordWithoutId_costsItselfAlone() {
        simulator.addElement(Map.of("name", "no id"));
        simulator.addElement(7);

        Page<Deal> page = deals.list(DealQuery.all()).pages().iterator().next();

        assertThat(page.items()).hasSize(2);
        assertThat(page.problems()).hasSize(2);
        assertThat(page.problems().get(0).rawJson()).contains("no id");
        assertThat(page.nextPageToken()).isEmpty();
    }

    @Test
    void list_always_asksForCustomFields() {
        Deal first = deals.list(DealQuery.all()).iterator().next();

        assertThat(first.customFields()).containsEntry(INDUSTRY, "Technology");
    }
}
