package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose {@code pagination} is not as documented. */
final class StoraPageTest extends WireTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"meta\":{\"pagination\":{\"count\":5,\"limit\":2,\"pages\":3}}",
                "\"meta\":{\"pagination\":{\"pages\":\"3\"}}",
                "\"meta\":{\"pagination\":{\"count\":5.0}}",
                "\"meta\":{\"pagination\":{\"limit\":2}}",
                "\"meta\":{\"pagination\":null}",
                "\"meta\":{}"
            })
    void list_withAnyPagination_bringsEveryDeal(String meta) {
        pages(meta, 2, 2, 1, 0);

        assertThat(deals.list(sized(2))).extracting(Deal::id).containsExactly(id(1), id(2), id(3), id(4), id(5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\":1 | there are 1,",
                "\"pages\":0,\"next\":null | there are 0 pages,",
                "\"count\":9,\"pages\":1,\"last\":1 | there are 9, there are 1 pages,",
                "\"next\":1 | the next page is 1,",
                "\"next\":9,\"pages\":1 | the next page is 9, there are 1 pages,"
            })
    void list_paginationThatContradictsItself_bringsEveryDealAndSaysSo(String pagination, String said) {
        pages("\"meta\":{\"pagination\":{" + pagination + "}}", 2, 2, 1, 0, 0, 0, 0, 0, 0);
        List<Page<Deal>> pages = new ArrayList<>();

        deals.list(sized(2)).pages().forEach(pages::add);

        assertThat(pages.stream().flatMap(page -> page.items().stream())).hasSize(5);
        assertThat(pages.get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isOfPage()).isTrue();
            assertThat(problem.message()).contains("page 1 holds 2 elements, and the vendor says: " + said);
        });
    }

    @Test
    void list_emptyPageThatNamesANextOne_goesOn() {
        answer(200, page("\"meta\":{\"pagination\":{\"next\":2}}", 1, 2));
        answer(200, page("\"meta\":{\"pagination\":{\"next\":3}}", 3, 0));
        answer(200, page("\"meta\":{\"pagination\":{\"next\":null,\"pages\":3}}", 3, 1));

        assertThat(deals.list(sized(2))).hasSize(3);
    }

    /** What the SDK's own filter takes out of a page does not make it an empty one. */
    @Test
    void list_filteredHereAndNothingFitsForManyPages_goesOn() {
        connect(DealsConfig.builder().set("deals.local-query", "filters"));
        for (int page = 1; page <= 30; page++) {
            answer(200, page("\"meta\":{\"pagination\":{\"pages\":31}}", page, 1));
        }
        answer(
                200,
                "{\"deals\":[{\"id\":\"" + id(31)
                        + "\",\"status\":\"won\"}],\"meta\":{\"pagination\":{\"pages\":31}}}");

        assertThat(deals.list(
                        DealQuery.builder().pageSize(1).status(DealStatus.WON).build()))
                .extracting(Deal::id)
                .containsExactly(id(31));
    }

    @Test
    void list_filteredHereAndTheSamePageForEver_ends() {
        connect(DealsConfig.builder().set("deals.local-query", "filters"));
        for (int page = 1; page <= 30; page++) {
            answer(200, page("\"meta\":{\"pagination\":{\"pages\":99}}", 1, 1));
        }

        assertThat(deals.list(
                        DealQuery.builder().pageSize(1).status(DealStatus.WON).build()))
                .isEmpty();
        assertThat(server.getRequestCount()).isLessThan(5);
    }

    @Test
    void list_orderedHereAndTheSamePageForEver_ends() {
        connect(DealsConfig.builder().set("deals.local-query", "filters,sorts"));
        for (int page = 1; page <= 30; page++) {
            answer(200, page("\"meta\":{\"pagination\":{\"pages\":99}}", 1, 1));
        }

        assertThat(deals.list(DealQuery.builder().sort(DealSort.CREATED_AT).build()))
                .hasSize(1);
        assertThat(server.getRequestCount()).isLessThan(5);
    }

    @Test
    void list_pageThatCannotBeRead_goesOnWithTheNextByItsToken() throws InterruptedException {
        answer(200, "{\"deals\":[{\"id\":");
        answer(200, page("\"meta\":{\"pagination\":{\"pages\":2,\"next\":null}}", 3, 2));

        MalformedResponseException failure = catchThrowableOfType(
                MalformedResponseException.class,
                () -> deals.list(sized(2)).iterator().next());
        DealQuery rest = DealQuery.builder()
                .from(sized(2))
                .pageToken(failure.nextPageToken().orElseThrow())
                .build();

        assertThat(deals.list(rest)).extracting(Deal::id).containsExactly(id(3), id(4));
        sent();
        assertThat(sent().getUrl().queryParameter("page")).isEqualTo("2");
    }

    @Test
    void stages_emptyPageThatNamesANextOne_goesOn() {
        answer(200, "{\"stages\":[{\"id\":\"dstg_1\"}],\"meta\":{\"pagination\":{\"next\":2}}}");
        answer(200, "{\"stages\":[],\"meta\":{\"pagination\":{\"next\":3}}}");
        answer(200, "{\"stages\":[{\"id\":\"dstg_2\"}],\"meta\":{\"pagination\":{\"pages\":3}}}");

        assertThat(deals.stages()).extracting(Stage::id).containsExactly("dstg_1", "dstg_2");
    }

    @Test
    void stages_emptyPagesForEver_end() {
        for (int page = 1; page <= 30; page++) {
            answer(200, "{\"stages\":[],\"meta\":{\"pagination\":{\"next\":" + (page + 1) + "}}}");
        }

        assertThat(deals.stages()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(20);
    }

    private void pages(String meta, int... sizes) {
        int next = 1;
        for (int size : sizes) {
            answer(200, page(meta, next, size));
            next += size;
        }
    }

    private static String page(String meta, int first, int size) {
        return "{" + meta + ",\"deals\":["
                + IntStream.range(first, first + size)
                        .mapToObj(number -> "{\"id\":\"" + id(number) + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static DealQuery sized(int size) {
        return DealQuery.builder().pageSize(size).build();
    }

    private static String id(int number) {
        return "deal_%016d".formatted(number);
    }
}
