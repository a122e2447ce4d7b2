package dev.dealsdk.internal.client;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealValue;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.VendorCall;
import dev.dealsdk.internal.call.ClientName;
import dev.dealsdk.internal.paging.PageTokens;
import dev.dealsdk.spi.CallScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A listing in an order that the vendor lacks: all deals of the query are read when its first page is asked for, ordered in
 * memory, and given out page by page. A token that is resumed reads them again. Thread-safe.
 */
final class SortedListing implements Function<Optional<String>, Page<Deal>> {
    private static final int PAGE_SIZE = 100;

    private final DealQuery query;
    private final Capabilities capabilities;
    private final ClientName client;
    private final int limit;
    private final Function<DealQuery, Iterable<Page<Deal>>> unsorted;
    private final CallScope scope;
    private @Nullable Content content;

    /** What was read, in order. */
    private record Content(List<Deal> deals, List<RecordProblem> problems) {}

    /**
     * Where a page begins.
     *
     * @param offset how many deals come before it
     * @param gaps the tokens behind the vendor's pages that the caller leaves out because they cannot be read
     */
    private record Place(int offset, List<String> gaps) {
        /** Never in a token. */
        private static final String SEPARATOR = ":";

        static final Place BEGINNING = new Place(0, List.of());

        static Place parse(String cursor) {
            List<String> parts = List.of(cursor.split(SEPARATOR, -1));
            return new Place(Math.max(0, Integer.parseInt(parts.get(0))), parts.subList(1, parts.size()));
        }

        Place with(String gap) {
            List<String> more = new ArrayList<>(gaps);
            more.add(gap);
            return new Place(0, more);
        }

        @Override
        public String toString() {
            return gaps.isEmpty() ? Integer.toString(offset) : offset + SEPARATOR + String.join(SEPARATOR, gaps);
        }
    }

    /**
     * @param client who lists, for the log
     * @param limit how many deals are held at most
     * @param unsorted reads the pages of a query without an order, to their end
     * @param scope refuses tokens that are none
     */
    SortedListing(
            DealQuery query,
            Capabilities capabilities,
            ClientName client,
            int limit,
            Function<DealQuery, Iterable<Page<Deal>>> unsorted,
            CallScope scope) {
        this.scope = scope;
        this.query = query;
        this.capabilities = capabilities;
        this.client = client;
        this.limit = limit;
        this.unsorted = unsorted;
    }

    /** Whether a query needs this. */
    static boolean isNeeded(DealQuery query, Capabilities capabilities) {
        return query.sort().filter(capabilities.localSorts()::contains).isPresent();
    }

    @Override
    public synchronized Page<Deal> apply(Optional<String> token) {
        Place start = token.map(this::place).orElse(Place.BEGINNING);
        Content all = content;
        if (all == null || token.equals(query.pageToken())) {
            all = read(start);
            content = all;
        }
        int size = query.pageSize().or(capabilities::maxPageSize).orElse(PAGE_SIZE);
        int from = Math.min(start.offset(), all.deals().size());
        int end = Math.min(from + size, all.deals().size());
        return Page.<Deal>builder()
                .items(all.deals().subList(from, end))
                .problems(from == 0 ? all.problems() : List.of())
                .nextPageToken(
                        end == all.deals().size()
                                ? Optional.empty()
                                : Optional.of(tokenOf(new Place(end, start.gaps()))))
                .build();
    }

    private String tokenOf(Place place) {
        return new PageTokens(capabilities.provider()).tokenOf(place.toString(), query);
    }

    private Place place(String token) {
        try {
            return Place.parse(new PageTokens(capabilities.provider()).cursorOf(token, query, scope));
        } catch (NumberFormatException notOurs) {
            throw invalid("pageToken", "is not a page token; use the result of Page.nextPageToken()");
        }
    }

    private Content read(Place start) {
        List<Deal> deals = new ArrayList<>();
        List<RecordProblem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> gaps = new ArrayList<>(start.gaps());
        Optional<String> token = Optional.empty();
        boolean readsOn = true;
        while (readsOn) {
            try {
                read(token, deals, problems, ids);
                readsOn = false;
            } catch (MalformedResponseException unreadable) {
                token = unreadable.nextPageToken();
                String gap = token.orElseThrow(() -> unreadable);
                // Once each: a place that does not move must not be read for ever.
                if (!gaps.remove(gap)) {
                    throw unreadable.ofPage(Optional.of(tokenOf(start.with(gap))));
                }
                problems.add(RecordProblem.ofPage("an unreadable page is left out because of the page token"));
            }
        }
        LoggerFactory.getLogger(SortedListing.class)
                .debug("{}: deals.local-query: {} deals were read and ordered", client, deals.size());
        deals.sort(order(query.sort().orElseThrow(), deals));
        return new Content(deals, problems);
    }

    /** Reads on from a token in the vendor's own order, to the end or to a page that cannot be read. */
    private void read(Optional<String> token, List<Deal> deals, List<RecordProblem> problems, Set<String> ids) {
        DealQuery vendors = DealQuery.builder()
                .from(query)
                .sort(Optional.empty())
                .pageToken(token)
                .build();
        for (Page<Deal> page : unsorted.apply(vendors)) {
            problems.addAll(page.problems());
            for (Deal deal : page.items()) {
                if (ids.add(deal.id())) {
                    deals.add(deal);
                }
            }
            if (deals.size() > limit) {
                throw invalid(
                        "sort",
                        "cannot be applied here: " + deals.size() + " deals were read, and more than "
                                + limit + " are not ordered in memory; narrow the query by filters, or raise"
                                + " deals.local-sort-limit");
            }
        }
    }

    private InvalidRequestException invalid(String field, String message) {
        return new InvalidRequestException(
                "",
                List.of(new FieldError(field, message)),
                VendorCall.builder()
                        .provider(capabilities.provider())
                        .operation(Operation.LIST)
                        .build(),
                null);
    }

    /** Equal ones stay in the vendor's order, and those without the field come last in either direction. */
    private Comparator<Deal> order(DealSort sort, List<Deal> deals) {
        return switch (sort) {
            case VALUE -> by(deal -> deal.value().map(DealValue::amount), false, currencies(deals));
            case VALUE_DESCENDING -> by(deal -> deal.value().map(DealValue::amount), true, currencies(deals));
            case CREATED_AT -> by(Deal::createdAt, false);
            case CREATED_AT_DESCENDING -> by(Deal::createdAt, true);
            case UPDATED_AT -> by(Deal::updatedAt, false);
            case UPDATED_AT_DESCENDING -> by(Deal::updatedAt, true);
            case EXPECTED_CLOSE_ON -> by(deal -> deal.expectedCloseOn().map(LocalDate::toEpochDay), false);
            case EXPECTED_CLOSE_ON_DESCENDING ->
                by(deal -> deal.expectedCloseOn().map(LocalDate::toEpochDay), true);
        };
    }

    private static Set<String> currencies(List<Deal> deals) {
        Set<String> currencies = new TreeSet<>();
        for (Deal deal : deals) {
            deal.value().flatMap(DealValue::currency).ifPresent(currencies::add);
        }
        return currencies;
    }

    private <T extends Comparable<T>> Comparator<Deal> by(
            Function<Deal, Optional<T>> field, boolean down, Set<String> currencies) {
        if (currencies.size() > 1) {
            throw invalid(
                    "sort",
                    "compares amounts, and the deals have more than one currency (" + String.join(", ", currencies)
                            + "); choose another order");
        }
        return by(field, down);
    }

    private static <T extends Comparable<T>> Comparator<Deal> by(Function<Deal, Optional<T>> field, boolean down) {
        Comparator<T> values = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Deal deal) -> field.apply(deal).isEmpty())
                .thenComparing((one, two) ->
                        field.apply(one).isEmpty() || field.apply(two).isEmpty()
                                ? 0
                                : values.compare(
                                        field.apply(one).get(), field.apply(two).get()));
    }
}
