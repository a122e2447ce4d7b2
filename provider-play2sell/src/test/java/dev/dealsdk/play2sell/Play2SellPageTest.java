package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        // The last one is asked for where nothing says that there is none.
        enqueuePages(meta, 2, 2, 1, 0);

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\": 1 | there are 1",
                "\"total\": 0, \"total_pages\": 0 | there are 0 pages, there are 0",
                "\"total_pages\": 0 | there are 0 pages",
                "\"total\": 9, \"total_pages\": 1 | there are 9, there are 1 pages"
            })
    void listing_countersThatContradictTheRows_bringsEveryDealAndSaysSo(String meta, String said) {
        enqueuePages("\"meta\": {" + meta + "}", 2, 2, 1, 0, 0, 0);

        List<Page<Deal>> pages = pages(2);

        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .extracting(Deal::id)
                .containsExactly(id(1), id(2), id(3), id(4), id(5));
        assertThat(pages.get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isOfPage()).isTrue();
            assertThat(problem.message()).contains("page 1 holds 2 elements, and the vendor says: " + said);
            assertThat(problem.rawJson()).isEmpty();
        });
    }

    @Test
    void listing_smallerPagesThanAskedForAndNoWord_bringsEveryDeal() {
        enqueuePages("\"links\": null", 2, 2, 1, 0);

        assertThat(pages(100).stream().flatMap(page -> page.items().stream())).hasSize(5);
    }

    @Test
    void listing_emptyPageBeforeTheLast_goesOn() {
        enqueuePages("\"meta\": {\"total_pages\": 4}", 2, 0, 0, 1);

        List<Page<Deal>> pages = pages(2);

        assertThat(pages.stream().flatMap(page -> page.items().stream())).hasSize(3);
        assertThat(pages.get(1).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("page 2 holds 0 elements, and the vendor says: there are 4 pages"));
    }

    @Test
    void listing_pageThatCannotBeRead_goesOnWithTheNextByItsToken() throws InterruptedException {
        String meta = "\"meta\": {\"total\": 6, \"total_pages\": 3}";
        enqueuePages(meta, 2);
        server.enqueue(Fixtures.json(200, "{\"data\": [{\"id\": "));
        enqueuePages(meta, 2);
        DealQuery query = DealQuery.builder().pageSize(2).build();
        Iterator<Page<Deal>> pages = connect().list(query).pages().iterator();
        pages.next();

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class, pages::next);
        DealQuery rest = DealQuery.builder()
                .from(query)
                .pageToken(failure.nextPageToken().orElseThrow())
                .build();

        assertThat(connect().list(rest)).hasSize(2);
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().queryParameter("page")).isEqualTo("3");
    }

    @Test
    void listDeals_valueThatFillsTheMemory_isRefusedByName() {
        Play2SellApi api = connect().unwrap(Play2SellApi.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.listDeals(Play2SellDealQuery.builder()
                        .minValue(new BigDecimal("1e99999999"))
                        .build()))
                .withMessageStartingWith("min_value: is a number of more than 1000 digits");
        assertThat(server.getRequestCount()).isZero();
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
