package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ListingTest {
    private static final Optional<String> END = Optional.empty();

    private final FakeVendor vendor = new FakeVendor();
    private final DealsClient deals = vendor.connect();

    @Test
    void list_nothingAskedFor_requestsNothing() {
        var listing = deals.list(DealQuery.all());
        Iterator<Deal> iterator = listing.iterator();
        assertThat(listing.stream()).isNotNull();
        assertThat(listing.pages().iterator()).isNotNull();

        assertThat(vendor.arrived).isEmpty();
        assertThat(iterator.next().id()).isEqualTo("d1");
        assertThat(vendor.countOf("list first")).isEqualTo(1);
    }

    @Test
    void list_severalPages_areFetchedAsTheyAreNeeded() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(1);
        pages(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        Function<Optional<String>, Page<Deal>> pages = vendor.pages;
        vendor.pages = cursor -> {
            if (cursor.equals(Optional.of("2"))) {
                third.countDown();
            }
            return pages.apply(cursor);
        };
        Iterator<Deal> iterator = deals.list(DealQuery.all()).iterator();

        iterator.next();
        iterator.next();
        assertThat(vendor.arrived(DealQuery.class)).hasSize(1);
        iterator.next();
        third.await();
        assertThat(vendor.arrived(DealQuery.class))
                .as("the third is on its way")
                .hasSize(3);
        iterator.next();
        iterator.next();
        assertThat(iterator.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
        assertThat(vendor.arrived(DealQuery.class)).hasSize(3);
    }

    @Test
    void list_readTwice_startsANewListing() {
        pages(List.of("a"), List.of("b"));
        var listing = deals.list(DealQuery.all());

        assertThat(ids(listing)).containsExactly("a", "b");
        assertThat(ids(listing)).containsExactly("a", "b");
        assertThat(listing.stream().limit(1).map(Deal::id)).containsExactly("a");
    }

    @Test
    void list_pagesShiftedWhileReading_rowsComeOnce() {
        pages(List.of("a", "b", "c"), List.of("c", "d", "e"), List.of("e", "f"));

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void list_aWholePagePushedIntoTheNext_goesOn() {
        pages(List.of("a", "b"), List.of("a", "b"), List.of("c"));

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a", "b", "c");
    }

    @Test
    void list_samePageForEver_ends() {
        vendor.pages = cursor -> FakeVendor.page(
                List.of("a", "b"), Optional.of(cursor.map(c -> c + "x").orElse("x")));

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a", "b");
        assertThat(vendor.arrived(DealQuery.class)).hasSizeLessThan(5);
    }

    @Test
    void list_sameTokenForEver_ends() {
        int[] count = {0};
        vendor.pages = cursor -> FakeVendor.page(List.of("d" + count[0]++), Optional.of("again"));

        assertThat(ids(deals.list(DealQuery.all()))).hasSizeLessThan(4);
    }

    @Test
    void list_emptyPagesForEver_ends() {
        int[] count = {0};
        vendor.pages = cursor -> FakeVendor.page(List.of(), Optional.of("p" + count[0]++));

        assertThat(ids(deals.list(DealQuery.all()))).isEmpty();
        assertThat(count[0]).isEqualTo(20);
        List<Page<Deal>> pages = new ArrayList<>();
        deals.list(DealQuery.all()).pages().forEach(pages::add);
        assertThat(pages.get(19).problems())
                .singleElement()
                .matches(RecordProblem::isOfPage)
                .extracting(RecordProblem::message)
                .asString()
                .contains("the listing ends here");
        assertThat(pages.get(19).nextPageToken()).isEmpty();
    }

    @Test
    void list_nineteenEmptyPagesInBetween_goesOn() {
        vendor.pages = cursor -> {
            int page = cursor.map(Integer::parseInt).orElse(0);
            List<String> ids = page % 20 == 0 ? List.of("d" + page) : List.of();
            return FakeVendor.page(ids, page == 40 ? END : Optional.of(String.valueOf(page + 1)));
        };

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("d0", "d20", "d40");
    }

    @Test
    void list_numbersThatContradictEachOther_areToldOnceAndStayInThePages() {
        vendor.pages = cursor -> Page.<Deal>builder()
                .from(FakeVendor.page(
                        List.of("d" + cursor.orElse("1")), cursor.isEmpty() ? Optional.of("2") : Optional.empty()))
                .addProblems(RecordProblem.ofPage("there are 0 pages"))
                .build();

        String log = logOf(() -> assertThat(ids(deals.list(DealQuery.all()))).containsExactly("d1", "d2"));

        assertThat(log)
                .containsOnlyOnce("contradict each other: there are 0 pages")
                .doesNotContain("was left out");
        assertThat(deals.list(DealQuery.all()).pages())
                .allSatisfy(page -> assertThat(page.problems()).hasSize(1));
    }

    @Test
    void list_samePageWithAProblemOfThePageForEver_ends() {
        vendor.pages = cursor -> Page.<Deal>builder()
                .from(FakeVendor.page(
                        List.of("a"), Optional.of(cursor.map(c -> c + "x").orElse("x"))))
                .addProblems(RecordProblem.ofPage("there are 0 pages"))
                .build();

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a");
        assertThat(vendor.arrived(DealQuery.class)).hasSizeLessThan(5);
    }

    @Test
    void list_pageThatCannotBeRead_tellsThePlaceAfterIt() {
        vendor.pages = cursor -> {
            if (cursor.isEmpty()) {
                throw unreadable(200);
            }
            return FakeVendor.page(List.of("after " + cursor.get()), END);
        };
        vendor.cursorAfter = Optional.of("p2");

        MalformedResponseException failure = unreadablePage();

        assertThat(failure).hasMessageContaining("nextPageToken() continues the listing after it");
        assertThat(failure.httpStatus()).contains(200);
        assertThat(failure.getSuppressed()).hasSize(1);
        DealQuery rest = DealQuery.builder()
                .pageToken(failure.nextPageToken().orElseThrow())
                .build();
        assertThat(ids(deals.list(rest))).containsExactly("after p2");
    }

    @Test
    void list_pageThatCannotBeReadAndNoPlaceAfterIt_saysSo() {
        vendor.pages = cursor -> {
            throw unreadable(200);
        };

        MalformedResponseException failure = unreadablePage();

        assertThat(failure.nextPageToken()).isEmpty();
        assertThat(failure).hasMessageContaining("the pages after it cannot be reached");
    }

    @Test
    void list_noPageAtAll_tellsNoPlaceAfterIt() {
        vendor.pages = cursor -> {
            throw unreadable(302);
        };
        vendor.cursorAfter = Optional.of("p2");

        MalformedResponseException failure = unreadablePage();

        assertThat(failure.nextPageToken()).isEmpty();
        assertThat(failure).hasMessageNotContaining("the pages after it");
    }

    /** Each unreadable page is left out on purpose, and none but these: what is read of the others is all there. */
    @Test
    void list_pagesThatCannotBeReadUnderAnOrderAppliedHere_areLeftOutByTheirTokens() {
        DealsClient sorting = vendor.connect(
                FakeVendor.capabilities().sorts(List.of()).build(), "deals.local-query", "filters,sorts");
        vendor.pages = cursor -> {
            int page = cursor.map(Integer::parseInt).orElse(0);
            vendor.cursorAfter = Optional.of(String.valueOf(page + 1));
            if (page == 1 || page == 3) {
                throw unreadable(200);
            }
            return FakeVendor.page(
                    List.of("d" + page, "e" + page), page == 4 ? END : Optional.of(String.valueOf(page + 1)));
        };
        DealQuery query =
                DealQuery.builder().sort(DealSort.CREATED_AT).pageSize(4).build();

        MalformedResponseException first = unreadablePage(sorting, query);
        MalformedResponseException second = unreadablePage(sorting, without(first, query));
        List<Page<Deal>> pages = new ArrayList<>();
        sorting.list(without(second, query)).pages().forEach(pages::add);

        assertThat(first).hasMessageContaining("nextPageToken() continues the listing after it");
        assertThat(second.getMessage()).as("said once").containsOnlyOnce("nextPageToken()");
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Deal::id))
                .containsExactly("d0", "e0", "d2", "e2", "d4", "e4");
        assertThat(pages.get(0).problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.isOfPage()).isTrue())
                .allSatisfy(problem -> assertThat(problem.message()).contains("is left out"));
        DealQuery resumed = DealQuery.builder()
                .from(query)
                .pageToken(pages.get(0).nextPageToken())
                .build();
        assertThat(ids(sorting.list(resumed)))
                .as("a later page, in another process")
                .containsExactly("d4", "e4");
    }

    @Test
    void list_pageThatCannotBeReadUnderAnOrderAndNoPlaceAfterIt_saysSo() {
        DealsClient sorting = vendor.connect(
                FakeVendor.capabilities().sorts(List.of()).build(), "deals.local-query", "filters,sorts");
        vendor.pages = cursor -> {
            throw unreadable(200);
        };

        MalformedResponseException failure = unreadablePage(
                sorting, DealQuery.builder().sort(DealSort.CREATED_AT).build());

        assertThat(failure.nextPageToken()).isEmpty();
        assertThat(failure).hasMessageContaining("the pages after it cannot be reached");
    }

    private static DealQuery without(MalformedResponseException unreadable, DealQuery query) {
        return DealQuery.builder()
                .from(query)
                .pageToken(unreadable.nextPageToken())
                .build();
    }

    private static MalformedResponseException unreadablePage(DealsClient client, DealQuery query) {
        return catchThrowableOfType(MalformedResponseException.class, () -> ids(client.list(query)));
    }

    private MalformedResponseException unreadablePage() {
        return catchThrowableOfType(MalformedResponseException.class, () -> ids(deals.list(DealQuery.all())));
    }

    private static MalformedResponseException unreadable(int status) {
        MalformedResponseException failure = new MalformedResponseException(
                "no page", VendorCall.builder().httpStatus(status).build(), null);
        failure.addSuppressed(new IllegalStateException("an earlier attempt"));
        return failure;
    }

    private static String logOf(Runnable listing) {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            listing.run();
        } finally {
            System.setErr(console);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void list_oneEmptyPageInBetween_goesOn() {
        pages(List.of("a"), List.of(), List.of("b"));

        assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a", "b");
    }

    @Test
    void list_nothingThere_isEmpty() {
        pages(List.<String>of());

        assertThat(ids(deals.list(DealQuery.all()))).isEmpty();
        assertThat(deals.list(DealQuery.all()).pages()).hasSize(1);
    }

    @Test
    void list_manyPages_areAllDelivered() {
        vendor.pages = cursor -> {
            int page = cursor.map(Integer::parseInt).orElse(0);
            List<String> ids =
                    IntStream.range(0, 100).mapToObj(i -> page + "-" + i).toList();
            return FakeVendor.page(ids, page == 199 ? END : Optional.of(String.valueOf(page + 1)));
        };

        assertThat(deals.list(DealQuery.all()).stream().map(Deal::id).distinct())
                .hasSize(20_000);
    }

    @Test
    void list_pageFails_theSamePageIsAskedForAgain() {
        boolean[] failing = {true};
        vendor.pages = cursor -> {
            if (cursor.isPresent() && failing[0]) {
                failing[0] = false;
                throw new VendorUnavailableException(
                        "down", VendorCall.builder().build(), null);
            }
            return cursor.isEmpty()
                    ? FakeVendor.page(List.of("a"), Optional.of("p2"))
                    : FakeVendor.page(List.of("b"), END);
        };
        Iterator<Deal> iterator = deals.list(DealQuery.all()).iterator();

        assertThat(iterator.next().id()).isEqualTo("a");
        assertThat(catchThrowableOfType(DealsException.class, iterator::hasNext))
                .isNotNull();
        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.next().id()).isEqualTo("b");
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void list_problems_areInThePageAndInTheLogWithoutTheirContent() {
        vendor.pages = cursor -> Page.<Deal>builder()
                .addItems(FakeVendor.deal("a"))
                .addProblems(RecordProblem.builder()
                        .index(1)
                        .message("the deal has no id")
                        .rawJson("{\"name\":\"private\"}")
                        .build())
                .build();

        String log = logOf(() -> assertThat(ids(deals.list(DealQuery.all()))).containsExactly("a"));

        assertThat(log)
                .contains("record 1 of a page was left out: the deal has no id")
                .doesNotContain("private");
        Page<Deal> page = deals.list(DealQuery.all()).pages().iterator().next();
        assertThat(page.problems().get(0).rawJson()).isEqualTo("{\"name\":\"private\"}");
    }

    @SafeVarargs
    private void pages(List<String>... pages) {
        vendor.pages = cursor -> {
            int page = cursor.map(Integer::parseInt).orElse(0);
            return FakeVendor.page(pages[page], page + 1 < pages.length ? Optional.of(String.valueOf(page + 1)) : END);
        };
    }

    private static List<String> ids(Iterable<Deal> listing) {
        List<String> ids = new ArrayList<>();
        listing.forEach(deal -> ids.add(deal.id()));
        return ids;
    }
}
