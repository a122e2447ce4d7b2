package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Pages of a form that the vendor might send. */
class StardexPageTest extends OnMockServer {

    @Test
    void list_withoutMeta_endsWithAnEmptyPage() throws InterruptedException {
        server.enqueue(Fixtures.data("[{\"id\":\"a\"},{\"id\":\"b\"}]"));
        server.enqueue(Fixtures.data("[{\"id\":\"c\"}]"));
        server.enqueue(Fixtures.data("[]"));

        assertThat(ids(2)).containsExactly("a", "b", "c");

        server.takeRequest();
        assertThat(sentBody()).contains("offset=2");
    }

    @Test
    void list_smallerPagesThanAskedFor_goesOnWhereTheyEnd() throws InterruptedException {
        server.enqueue(page("[{\"id\":\"a\"},{\"id\":\"b\"}]", "{\"total\":3,\"offset\":0,\"limit\":2}"));
        server.enqueue(page("[{\"id\":\"c\"}]", "{\"total\":3,\"offset\":2,\"limit\":2}"));

        assertThat(ids(100)).containsExactly("a", "b", "c");

        server.takeRequest();
        assertThat(sentBody()).contains("offset=2", "limit=100");
    }

    @Test
    void list_emptyPageBelowTheTotal_goesOnAfterIt() throws InterruptedException {
        server.enqueue(page("[{\"id\":\"a\"}]", "{\"total\":3}"));
        server.enqueue(page("[]", "{\"total\":3}"));
        server.enqueue(page("[{\"id\":\"c\"}]", "{\"total\":3}"));

        assertThat(ids(1)).containsExactly("a", "c");

        server.takeRequest();
        server.takeRequest();
        assertThat(sentBody()).contains("offset=2");
    }

    @Test
    void list_totalBelowWhatCame_goesOnUntilAnEmptyPageAndSaysSo() {
        server.enqueue(page("[{\"id\":\"a\"}]", "{\"total\":0}"));
        server.enqueue(page("[{\"id\":\"b\"}]", "{\"total\":1}"));
        server.enqueue(page("[]", "{\"total\":1}"));
        List<Page<Deal>> pages = new ArrayList<>();

        connect().list(DealQuery.builder().pageSize(100).build()).pages().forEach(pages::add);

        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .extracting(Deal::id)
                .containsExactly("a", "b");
        assertThat(pages.get(0).total()).isEmpty();
        assertThat(pages.get(0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "the page after 0 elements holds 1 elements, and the vendor says: there are 0, 100 on"
                                        + " a page"));
    }

    @Test
    void list_pageThatCannotBeRead_goesOnWithTheNextByItsToken() throws InterruptedException {
        server.enqueue(Fixtures.json(200, "{\"success\":true,\"data\":[{\"id\":"));
        server.enqueue(page("[{\"id\":\"c\"}]", "{\"total\":3}"));
        DealQuery query = DealQuery.builder().pageSize(2).build();

        MalformedResponseException failure = catchThrowableOfType(
                MalformedResponseException.class,
                () -> connect().list(query).iterator().next());
        DealQuery rest = DealQuery.builder()
                .from(query)
                .pageToken(failure.nextPageToken().orElseThrow())
                .build();

        assertThat(connect().list(rest)).extracting(Deal::id).containsExactly("c");
        server.takeRequest();
        assertThat(sentBody()).contains("offset=2", "limit=2");
    }

    @Test
    void list_metaOfAnotherType_isNoFailure() {
        server.enqueue(page("[{\"id\":\"a\"}]", "[]"));
        server.enqueue(page("[]", "[]"));

        assertThat(ids(100)).containsExactly("a");
    }

    @Test
    void list_countersInOtherForms_goesOn() {
        server.enqueue(page("[{\"id\":\"a\"}]", "{\"total\":\"3\",\"offset\":0.0,\"limit\":\"1\"}"));
        server.enqueue(page("[{\"id\":\"b\"}]", "{\"total\":3.0}"));
        server.enqueue(page("[{\"id\":\"c\"}]", "{\"total\":3e0}"));

        assertThat(ids(100)).containsExactly("a", "b", "c");
    }

    @Test
    void list_totalThatCannotBeRead_isMalformedAndNotAtItsEnd() {
        server.enqueue(page("[{\"id\":\"a\"}]", "{\"total\":{\"value\":3}}"));

        assertThatThrownBy(() -> ids(100)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void create_customFieldOfEndlessDigits_isRefusedByName() {
        String id = "aaa11111-bbbb-cccc-dddd-eeeeeeee9999";
        NewDeal deal = NewDeal.builder()
                .name("N")
                .putCustomFields(id, new BigDecimal("1e20000000"))
                .build();

        assertThatThrownBy(() -> connect().create(deal))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("customFields." + id + ": is a number of more than 1000 digits");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void list_dataMissing_isMalformed() {
        server.enqueue(Fixtures.json(200, "{\"success\":true}"));

        assertThatThrownBy(() -> ids(100)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void get_recordThatCannotBeRead_isMalformedAndNotAbsent() {
        server.enqueue(Fixtures.data("[7]"));

        assertThatThrownBy(() -> connect().get(ID)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void get_anotherDealThanAskedFor_isNotTaken() {
        server.enqueue(Fixtures.data("[{\"id\":\"other\"}]"));

        assertThatThrownBy(() -> connect().get(ID)).isInstanceOf(DealNotFoundException.class);
    }

    private List<String> ids(int pageSize) {
        return connect().list(DealQuery.builder().pageSize(pageSize).build()).stream()
                .map(Deal::id)
                .toList();
    }

    private static MockResponse page(String data, String meta) {
        return Fixtures.json(200, "{\"success\":true,\"data\":" + data + ",\"meta\":" + meta + "}");
    }

    private String sentBody() throws InterruptedException {
        return Fixtures.tree(
                        Objects.requireNonNull(server.takeRequest().getBody()).utf8())
                .toString();
    }
}
