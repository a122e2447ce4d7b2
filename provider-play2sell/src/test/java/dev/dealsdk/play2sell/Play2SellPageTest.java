package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with records that cannot be read, and with a {@code meta} that is not as documented. */
class Play2SellPageTest extends OnMockServer {

    @Test
    void records_thatCannotBeRead_costThemselvesAlone() {
        server.enqueue(Fixtures.json(200, """
                {"data": [%s, null , "a text", {"name" : "No id", "value": 1.50 }, {"id": 5}, {"id": " "}, [ 1,2 ], -5, true, %s],
                 "meta": {"total": 10, "page": 1, "per_page": 100, "total_pages": 1}}
                """.formatted(deal(1), deal(2))));

        List<Page<Deal>> pages = pages(100);

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).items()).extracting(Deal::id).containsExactly(id(1), id(2));
        assertThat(pages.get(0).total()).contains(10L);
        assertThat(pages.get(0).problems())
                .extracting(RecordProblem::index, RecordProblem::rawJson)
                .containsExactly(
                        tuple(1, "null"),
                        tuple(2, "\"a text\""),
                        tuple(3, "{\"name\" : \"No id\", \"value\": 1.50 }"),
                        tuple(4, "{\"id\": 5}"),
                        tuple(5, "{\"id\": \" \"}"),
                        tuple(6, "[ 1,2 ]"),
                        tuple(7, "-5"),
                        tuple(8, "true"));
        assertThat(pages.get(0).problems())
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @Test
    void pageOfProblemsAlone_doesNotEndTheListing() {
        String meta = "\"meta\": {\"total\": 2, \"total_pages\": 2}";
        server.enqueue(Fixtures.json(200, "{\"data\": [null], " + meta + "}"));
        server.enqueue(Fixtures.json(200, "{\"data\": [" + deal(1) + "], " + meta + "}"));

        assertThat(connect().list(DealQuery.builder().pageSize(1).build()))
                .extracting(Deal::id)
                .containsExactly(id(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"meta\": {\"total\": 5, \"page\": 1, \"per_page\": 2, \"total_pages\": 3}",
                "\"meta\": {\"total_pages\": 3}",
                "\"meta\": {\"total\": 5}",
                "\"meta\": {\"total\": 5, \"total_pages\": \"3\"}",
                "\"meta\": {\"total_pages\": 3.0}",
                "\"meta\": {\"total\": \"5\", \"per_page\": \"2\"}",
                "\"meta\": {\"total\": null, \"page\": \"1\", \"per_page\": [], \"total_pages\": 3}",
                "\"meta\": {}",
                "\"meta\": null",
                "\"meta\": \"none\"",
                "\"links\": {\"next\": 2}"
            })
    void listing_withAnyMeta_bringsEveryDeal(String meta) {
        enqueuePages(meta, 2, 2, 1);

        assertThat(pages(2).stream().flatMap(page -> page.items().stream()))
                .extracting(Deal::id)
                .containsExactly(id(1), id(2), id(3), id(4), id(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"total\": \"many\"}", "{\"total_pages\": [3]}", "{\"total_pages\": true, \"total\": 5}"})
    void listing_countersThatCannotBeRead_isMalformedAndNotAtItsEnd(String meta) {
        enqueuePages("\"meta\": " + meta, 1);

        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> pages(100)))
                .hasMessageContaining("is of another type than documented");
    }

    @Test
    void listing_dataNull_isEmpty() {
        server.enqueue(Fixtures.json(200, "{\"data\": null}"));

        assertThat(pages(100))
                .singleElement()
                .satisfies(page -> assertThat(page.items()).isEmpty());
    }

    /** What the vendor does with a page size it does not like is not documented; its {@code meta} tells. */
    @Test
    void listing_withSmallerPagesThanAskedFor_bringsEveryDeal() {
        enqueuePages("\"meta\": {\"total\": 5, \"per_page\": 2}", 2, 2, 1);

        assertThat(pages(100).stream().flatMap(page -> page.items().stream())).hasSize(5);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void listing_withoutMeta_endsWithAnEmptyPage() {
        enqueuePages("\"links\": null", 2, 0);

        assertThat(pages(2).stream().flatMap(page -> page.items().stream())).hasSize(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": \"\"}", "{\"data\": {}}", "[]", "{\"data\": [{\"id\": \"1\"}"})
    void page_withoutRecords_isMalformed(String body) {
        server.enqueue(Fixtures.json(200, body));

        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> pages(2)))
                .isNotNull();
    }

    private void enqueuePages(String meta, int... sizes) {
        int next = 1;
        for (int size : sizes) {
            String records = IntStream.range(next, next + size)
                    .mapToObj(Play2SellPageTest::deal)
                    .collect(Collectors.joining(","));
            server.enqueue(Fixtures.json(200, "{" + meta + ", \"data\": [" + records + "]}"));
            next += size;
        }
    }

    private List<Page<Deal>> pages(int size) {
        List<Page<Deal>> pages = new ArrayList<>();
        connect("deals.max-attempts", "1")
                .list(DealQuery.builder().pageSize(size).build())
                .pages()
                .forEach(pages::add);
        return pages;
    }

    private static String deal(int number) {
        return "{\"id\": \"" + id(number) + "\"}";
    }

    private static String id(int number) {
        return "880e8400-e29b-41d4-a716-44665544%04d".formatted(number);
    }
}
