package dev.dealsdk.testkit.contract;

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
final class PagingContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Stream.of(
                new ContractCase("no deals: the listing is empty", PagingContract::none),
                new ContractCase("the size of a page is kept, or refused", PagingContract::pageSize),
                new ContractCase("a page a deal: each is delivered once", session -> pagesOf(1, session)),
                new ContractCase("many pages: each deal is delivered once", session -> pagesOf(2, session)),
                new ContractCase("a page token goes on elsewhere", PagingContract::resumed),
                new ContractCase("a page token of another query is refused", PagingContract::foreignToken),
                new ContractCase("the largest page allowed is taken", PagingContract::largest),
                new ContractCase("a page larger than allowed is refused", PagingContract::tooLarge),
                new ContractCase("shifted pages: each deal is delivered once", PagingContract::shifted),
                new ContractCase("repeated pages: the listing ends", PagingContract::repeated));
    }

    private static void none(ContractSession session) {
        session.needs(Operation.LIST);
        session.deal();
        Set<String> ids = ids(session.listed());
        if (session.provider().sendsHttp()) {
            session.wire().change((request, response) -> {
                ResponseJson.listOf(response, ids).ifPresent(ArrayNode::removeAll);
                return response;
            });
        } else {
            session.needs(Operation.DELETE);
            ids.forEach(session.deals()::delete);
        }
        assertEquals(List.of(), session.listed());
    }

    private static void pageSize(ContractSession session) {
        session.needs(Operation.LIST);
        session.deal();
        session.deal();
        try {
            assertEquals(
                    1,
                    session.deals()
                            .list(sized(1))
                            .pages()
                            .iterator()
                            .next()
                            .items()
                            .size());
        } catch (UnsupportedByProviderException refusal) {
            session.refused(
                    UnsupportedByProviderException.class,
                    Operation.LIST,
                    () -> session.listed(sized(1)),
                    List.of(session.claims().provider(), "pageSize"));
        }
    }

    private static void pagesOf(int size, ContractSession session) {
        Set<String> ids = fivePlus(session);
        List<String> delivered = new ArrayList<>();
        for (Page<Deal> page : session.deals().list(sized(size)).pages()) {
            assertTrue(page.items().size() <= size, "a page is larger than asked for");
            page.total().ifPresent(total -> assertEquals(ids.size(), total, "the total of a page"));
            page.items().forEach(deal -> delivered.add(deal.id()));
        }
        assertEquals(ids.size(), delivered.size(), "a deal is missing, or delivered twice");
        assertEquals(ids, new TreeSet<>(delivered));
    }

    private static void resumed(ContractSession session) {
        Set<String> ids = fivePlus(session);
        Page<Deal> first = session.deals().list(sized(2)).pages().iterator().next();
        DealQuery rest = DealQuery.builder()
                .pageSize(2)
                .pageToken(first.nextPageToken().orElseThrow())
                .build();
        Set<String> delivered = new TreeSet<>(ids(first.items()));
        if (session.provider().sendsHttp()) {
            try (DealsClient other = session.connect(Map.of())) {
                other.list(rest).forEach(deal -> delivered.add(deal.id()));
            }
        } else {
            session.deals().list(rest).forEach(deal -> delivered.add(deal.id()));
        }
        assertEquals(ids, delivered);
    }

    private static void foreignToken(ContractSession session) {
        fivePlus(session);
        String token = session.deals()
                .list(sized(2))
                .pages()
                .iterator()
                .next()
                .nextPageToken()
                .orElseThrow();
        DealQuery other = DealQuery.builder().pageSize(1).pageToken(token).build();
        session.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> session.deals().list(other),
                List.of("pageToken"));
        DealQuery nonsense = DealQuery.builder().pageToken("nonsense").build();
        session.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> session.deals().list(nonsense),
                List.of("pageToken"));
    }

    private static void largest(ContractSession session) {
        int most = most(session);
        Set<String> ids = fivePlus(session);
        assertEquals(ids, ids(session.listed(sized(most))));
    }

    private static int most(ContractSession session) {
        session.needs(Operation.LIST);
        Optional<Integer> most = session.claims().maxPageSize();
        Assumptions.assumeTrue(most.isPresent(), () -> session.claims().provider() + " documents no largest page");
        return most.orElseThrow();
    }

    private static void tooLarge(ContractSession session) {
        int most = most(session);
        session.refused(
                InvalidRequestException.class,
                Operation.LIST,
                () -> session.deals().list(sized(most + 1)),
                List.of("pageSize", String.valueOf(most)));
    }

    /** After the first page a new deal appears at the front: each later page begins with the last row of the one before. */
    private static void shifted(ContractSession session) {
        session.needsHttp();
        Set<String> ids = fivePlus(session);
        Map<String, JsonNode> carried = new HashMap<>();
        session.wire().change((request, response) -> {
            ResponseJson.listOf(response, ids).ifPresent(rows -> shift(rows, carried));
            return response;
        });
        List<String> delivered =
                session.deals().list(sized(2)).stream().map(Deal::id).toList();
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

    private static void repeated(ContractSession session) {
        session.needsHttp();
        Set<String> ids = fivePlus(session);
        Map<String, JsonNode> first = new HashMap<>();
        session.wire()
                .change((request, response) ->
                        ResponseJson.listOf(response, ids).isPresent()
                                ? first.computeIfAbsent("page", none -> response)
                                : response);
        List<String> delivered =
                session.deals().list(sized(2)).stream().map(Deal::id).toList();
        assertEquals(new HashSet<>(delivered).size(), delivered.size(), "a row that was repeated is delivered twice");
        assertEquals(2, delivered.size());
    }

    /** At least five deals, and an odd number of them, so that the last of pages of two is not full. */
    private static Set<String> fivePlus(ContractSession session) {
        session.needs(Operation.LIST);
        for (int i = 0; i < 5; i++) {
            session.deal();
        }
        if (session.listed().size() % 2 == 0) {
            session.deal();
        }
        try {
            session.listed(sized(2));
        } catch (UnsupportedByProviderException refusal) {
            Assumptions.abort("pages have the size the vendor gives them: " + refusal.getMessage());
        }
        Set<String> ids = ids(session.listed());
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
