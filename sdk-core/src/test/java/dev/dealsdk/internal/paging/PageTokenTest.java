package dev.dealsdk.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.StageRef;
import dev.dealsdk.internal.client.FakeVendor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token resumes the listing it was given for, and no other. */
final class PageTokenTest {
    private static final Optional<String> END = Optional.empty();

    private final FakeVendor vendor = new FakeVendor();
    private final DealsClient deals = vendor.connect();

    @Test
    void list_pageToken_resumesInAnotherClient() {
        pages(List.of("a"), List.of("b"), List.of("c"));
        DealQuery query = DealQuery.builder()
                .status(DealStatus.OPEN)
                .stage(StageRef.named("lead"))
                .ownerId("o1")
                .sort(DealSort.VALUE)
                .pageSize(10)
                .putExtras("view", 1.5)
                .build();
        String token =
                deals.list(query).pages().iterator().next().nextPageToken().orElseThrow();

        DealsClient other = vendor.connect();

        assertThat(ids(other.list(
                        DealQuery.builder().from(query).pageToken(token).build())))
                .containsExactly("b", "c");
        assertThat(token).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2", "abc", "MS4x", "💼", "eyJhIjoxfQ==", "../.."})
    void list_garbageForAPageToken_isRefusedAtOnce(String token) {
        InvalidRequestException thrown = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.list(DealQuery.builder().pageToken(token).build()));

        assertThat(thrown)
                .hasMessageContaining("pageToken: is not a page token; use the result of Page.nextPageToken()");
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void list_pageTokenOfAnotherQuery_isRefusedAtOnce() {
        pages(List.of("a"), List.of("b"));
        String token = token(deals, DealQuery.all());
        vendor.arrived.clear();

        List<DealQuery> others = List.of(
                DealQuery.open(),
                DealQuery.builder().ownerId("o").build(),
                DealQuery.builder().pageSize(5).build(),
                DealQuery.builder().text("x").build(),
                DealQuery.builder().putExtras("view", BigDecimal.ONE).build());
        for (DealQuery other : others) {
            assertThat(catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> deals.list(DealQuery.builder()
                                    .from(other)
                                    .pageToken(token)
                                    .build())))
                    .as(other.toString())
                    .hasMessageContaining("belongs to a query with other filters, order or page size");
        }
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void list_pageTokenOfAnotherProvider_isRefusedAtOnce() {
        pages(List.of("a"), List.of("b"));
        String token =
                token(vendor.connect(FakeVendor.capabilities().provider("other").build()), DealQuery.all());
        vendor.arrived.clear();

        assertThat(catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> deals.list(DealQuery.builder().pageToken(token).build())))
                .hasMessageContaining("pageToken: belongs to a listing of another provider; start again without it");
        assertThat(vendor.arrived).isEmpty();
    }

    private static String token(DealsClient client, DealQuery query) {
        return client.list(query).pages().iterator().next().nextPageToken().orElseThrow();
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
