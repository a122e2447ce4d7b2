package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.WON;
import static dev.dealsdk.backside.BacksideServer.fixture;
import static dev.dealsdk.backside.BacksideServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, whose form Backside does not document: both forms it uses elsewhere, and no silent end. */
final class BacksideListTest {
    private static final String ROW = "{\"id\":\"" + DEAL + "\",\"name\":\"Ana\"}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient deals;

    @BeforeEach
    void connect() {
        deals = BacksideServer.connect(server, Map.of("deals.allow-unverified", "true", "deals.won-stage", WON));
    }

    @AfterEach
    void close() {
        deals.close();
    }

    @Test
    void list_envelope_isReadRecordByRecordWithoutTheDeletedOnes() {
        server.enqueue(json(200, fixture("list_envelope_response.json")));

        Page<Deal> page = onlyPage();

        assertThat(page.items()).extracting(deal -> deal.name().orElse("")).containsExactly("First");
        assertThat(page.items()).extracting(Deal::status).containsExactly(DealStatus.WON);
        assertThat(page.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.index()).isEqualTo(1);
            assertThat(problem.message()).contains("no id");
            assertThat(problem.rawJson()).isEqualTo("{\"name\": \"without an id\", \"amount\": 1.10}");
        });
        assertThat(page.nextPageToken()).isEmpty();
    }

    @Test
    void list_bareArray_isReadToo() {
        server.enqueue(json(200, "[" + ROW + ",7]"));

        Page<Deal> page = onlyPage();

        assertThat(page.items()).extracting(Deal::id).containsExactly(DEAL);
        assertThat(page.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.rawJson()).isEqualTo("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"has_more\":1", "\"has_more\":\"true\"", "\"next_cursor\":12345"})
    void list_moreInAnotherForm_hasANextPage(String more) {
        server.enqueue(json(200, "{\"data\":[" + ROW + "]," + more + "}"));

        assertThat(deals.list(DealQuery.all()).pages().iterator().next().nextPageToken())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"has_more\":\"maybe\"", "\"has_more\":[]", "\"next_cursor\":{\"page\":2}"})
    void list_moreThatCannotBeRead_isMalformedAndNotAtItsEnd(String more) {
        server.enqueue(json(200, "{\"data\":[" + ROW + "]," + more + "}"));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(this::onlyPage)
                .withMessageContaining("is of another type than documented");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"data\":[],\"has_more\":false,\"next_cursor\":null}",
                "{\"data\":null,\"has_more\":0}",
                "{\"data\":[]}"
            })
    void list_nothingThere_isEmpty(String answer) {
        server.enqueue(json(200, answer));

        assertThat(deals.list(DealQuery.all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"has_more\":true,\"next_cursor\":\"abc\"",
                "\"has_more\":true,\"next_cursor\":null",
                "\"has_more\":true",
                "\"next_cursor\":\"abc\""
            })
    void list_moreDealsThanOnePage_deliversThePageThenSaysSo(String sign) {
        server.enqueue(json(200, "{\"data\":[" + ROW + "]," + sign + "}"));
        Iterator<Deal> rows = deals.list(DealQuery.all()).iterator();
        List<String> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnsupportedByProviderException.class)
                .isThrownBy(() -> rows.forEachRemaining(deal -> delivered.add(deal.id())))
                .withMessageContaining("there are more deals")
                .withMessageContaining("unwrap(BacksideApi.class).send(VendorRequest.get(\"api\", \"v1\", ...))")
                .satisfies(refusal -> assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT));
        assertThat(delivered).containsExactly(DEAL);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void list_emptyPageOfMore_saysThatThereAreMore() {
        server.enqueue(json(200, "{\"data\":[],\"has_more\":true}"));

        assertThatExceptionOfType(UnsupportedByProviderException.class)
                .isThrownBy(() -> deals.list(DealQuery.all()).iterator().hasNext())
                .withMessageContaining("there are more deals");
    }

    @Test
    void list_noMoreAndYetACursor_isAProblemOfThePage() {
        server.enqueue(json(200, "{\"data\":[" + ROW + "],\"has_more\":false,\"next_cursor\":\"abc\"}"));

        Page<Deal> page = onlyPage();

        assertThat(page.items()).hasSize(1);
        assertThat(page.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isOfPage()).isTrue();
            assertThat(problem.message()).isEqualTo("has_more is false, but next_cursor names a next page");
        });
    }

    @Test
    void list_pageThatCannotBeRead_saysThatTheNextCannotBeReached() {
        server.enqueue(json(200, "{\"data\":[{\"id\":"));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> deals.list(DealQuery.all()).iterator().hasNext())
                .withMessageContaining("the pages after it cannot be reached")
                .satisfies(failure -> assertThat(failure.nextPageToken()).isEmpty());
    }

    @Test
    void list_firstDealsOfMore_needNoFurtherPage() {
        server.enqueue(json(200, "{\"data\":[" + ROW + "],\"has_more\":true,\"next_cursor\":\"abc\"}"));

        assertThat(deals.list(DealQuery.all()).stream().limit(1)).hasSize(1);
    }

    @Test
    void listDeals_moreDealsThanOnePage_tellsTheCursor() {
        server.enqueue(json(200, "{\"data\":[" + ROW + "],\"has_more\":true,\"next_cursor\":\"a.b=\"}"));

        BacksideDealPage page = deals.unwrap(BacksideApi.class)
                .listDeals(BacksideDealQuery.builder().build());

        assertThat(page.hasMore()).contains(true);
        assertThat(page.nextCursor()).contains("a.b=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":{}}", "{\"data\":false}", "7", "null", "\"[]\"", ""})
    void list_neitherForm_isMalformed(String answer) {
        server.enqueue(json(200, answer));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> deals.list(DealQuery.all()).iterator().hasNext());
    }

    private Page<Deal> onlyPage() {
        Iterator<Page<Deal>> pages = deals.list(DealQuery.all()).pages().iterator();
        Page<Deal> page = pages.next();
        assertThat(pages.hasNext()).isFalse();
        return page;
    }
}
