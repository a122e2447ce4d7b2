package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A listing delivers each deal once and comes to an end, whatever its pages do. */
final class PagingCells implements Cell.Group {

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Stream.of(
                new Cell("no deals: the listing is empty", PagingCells::none),
                new Cell("the size of a page is kept, or refused", PagingCells::pageSize),
                new Cell("a page a deal: each is delivered once", trial -> pagesOf(1, trial)),
                new Cell("many pages: each deal is delivered once", trial -> pagesOf(2, trial)),
                new Cell("a page token goes on elsewhere", PagingCells::resumed),
                new Cell("a page token of another query is refused", PagingCells::foreignToken),
                new Cell("the largest page allowed is taken", PagingCells::largest),
                new Cell("a page larger than allowed is refused", PagingCells::tooLarge),
                new Cell("shifted pages: each deal is delivered once", PagingCells::shifted),
                new Cell("repeated pages: the listing ends", PagingCells::repeated));
    }

    private static void none(Trial trial) {
        trial.needs(Operation.LIST);
        trial.deal();
        Set<String> ids = ids(trial.listed());
        if (trial.provider().sendsHttp()) {
            trial.wire().change((request, answer) -> {
                WireJson.listOf(answer, ids).ifPresent(ArrayNode::removeAll);
                return answer;
            });
        } else {
            trial.needs(Operation.DELETE);
            ids.forEach(trial.deals()::delete);
        }
        assertEquals(List.of(), trial.listed());
    }

    private static void pageSize(Trial trial) {
        trial.needs(Operation.LIST);
        trial.deal();
        trial.deal();
        try {
            assertEquals(
                    1,
                    trial.deals()
                            .list(sized(1))
                            .pages()
                            .iterator()
                            .next()
                            .items()
                            .size());
        } catch (UnsupportedByProviderException refusal) {
            trial.refused(
                    UnsupportedByProviderException.class,
                    Operation.LIST,
                    () -> trial.listed(sized(1)),
                    List.of(trial.claims().provider(), "pageSize"));
        }
    }

    private static void pagesOf(int size, Trial trial) {
        Set<String> ids = fivePlus(trial);
        List<String> delivered = new ArrayList<>();
        for (Page<Deal> page : trial.deals().list(sized(size)).pages()) {
            assertTrue(page.items().size() <= size, "a page is larger than asked for");
            page.total().ifPresent(total -> assertEquals(ids.size(), total, "the total of a page"));
            page.items().forEach(deal -> delivered.add(deal.id()));
        }
        assertEquals(ids.size(), delivered.size(), "a deal is missing, or delivered twice");
        assertEquals(ids, new TreeSet<>(delivered));
    }

    private static void resumed(Trial trial) {
        Set<String> ids = fivePlus(trial);
        Page<Deal> first = trial.deals().list(sized(2)).pages().iterator().next();
        DealQuery rest = DealQuery.builder()
                .pageSize(2)
                .pageToken(first.nextPageToken().orElseThrow())
                .build();
        Set<String> delivered = new TreeSet<>(ids(first.items()));
        if (trial.provider().sendsHttp()) {
            try (DealsClient other = trial.connect(Map.of())) {
                other.list(rest).forEach(deal -> delivered.add(deal.id()));
            }
        } else {
            trial.deals().list(rest).forEach(deal -> delivered.add(deal.id()));
        }
        assertEquals(ids, delivered);
    }

    private static void foreignToken(Trial trial) {
        fivePlus(trial);
        String token = trial.deals()
                .list(sized(2))
                .pages()
                .iterator()
                .next()
                .nextPageToken()
                .orElseThrow();
        DealQuery other = DealQuery.builder().pageSize(1).pageToken(token).build();
        trial.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> trial.deals().list(other),
                List.of("pageToken"));
        DealQuery nonsense = DealQuery.builder().pageToken("nonsense").build();
        trial.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> trial.deals().list(nonsense),
                List.of("pageToken"));
    }

    private static void largest(Trial trial) {
        int most = most(trial);
        Set<String> ids = fivePlus(trial);
        assertEquals(ids, ids(trial.listed(sized(most))));
    }

    private static int most(Trial trial) {
        trial.needs(Operation.LIST);
        Optional<Integer> most = trial.claims().maxPageSize();
        Assumptions.assumeTrue(most.isPresent(), () -> trial.claims().provider() + " documents no largest page");
        return most.orElseThrow();
    }

    private static void tooLarge(Trial trial) {
        int most = most(trial);
        trial.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> trial.deals().list(sized(most + 1)),
                List.of("pageSize", String.valueOf(most)));
    }

    /** After the first page a new deal appears at the front: each later page begins with the last row of the one before. */
    private static void shifted(Trial trial) {
        trial.needsHttp();
        Set<String> ids = fivePlus(trial);
        Map<String, JsonNode> carried = new HashMap<>();
        trial.wire().change((request, answer) -> {
            WireJson.listOf(answer, ids).ifPresent(rows -> shift(rows, carried));
            return answer;
        });
        List<String> delivered =
                trial.deals().list(sized(2)).stream().map(Deal::id).toList();
        assertEquals(ids.size(), delivered.size(), "a row that shifted is delivered twice, or one is lost");
        assertEquals(ids, new TreeSet<>(delivered));
    }

    private static void shift(ArrayNode rows, Map<String, JsonNode> carried) {
        boolean full = rows.size() == 2;
        JsonNode last = rows.get(rows.size() - 1);
        JsonNode before = carried.put("last", last);
        if (before != null) {
            rows.insert(0, before);
            if (full) {
                rows.remove(rows.size() - 1);
            }
        }
    }

    private static void repeated(Trial trial) {
        trial.needsHttp();
        Set<String> ids = fivePlus(trial);
        Map<String, JsonNode> first = new HashMap<>();
        trial.wire()
                .change((request, answer) -> WireJson.listOf(answer, ids).isPresent()
                        ? first.computeIfAbsent("page", none -> answer)
                        : answer);
        List<String> delivered =
                trial.deals().list(sized(2)).stream().map(Deal::id).toList();
        assertEquals(new HashSet<>(delivered).size(), delivered.size(), "a row that was repeated is delivered twice");
        assertEquals(2, delivered.size());
    }

    /** At least five deals, and an odd number of them, so that the last of pages of two is not full. */
    private static Set<String> fivePlus(Trial trial) {
        trial.needs(Operation.LIST);
        for (int i = 0; i < 5; i++) {
            trial.deal();
        }
        if (trial.listed().size() % 2 == 0) {
            trial.deal();
        }
        try {
            trial.listed(sized(2));
        } catch (UnsupportedByProviderException refusal) {
            Assumptions.abort("pages have the size the vendor gives them: " + refusal.getMessage());
        }
        Set<String> ids = ids(trial.listed());
        assertTrue(ids.size() >= 5, "of five deals at least, these are listed: " + ids);
        return ids;
    }

    private static Set<String> ids(List<Deal> deals) {
        Set<String> ids = new TreeSet<>();
        deals.forEach(deal -> ids.add(deal.id()));
        return ids;
    }

    private static DealQuery sized(int pageSize) {
        return DealQuery.builder().pageSize(pageSize).build();
    }
}
