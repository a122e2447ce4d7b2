package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealValue;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each order is sent and kept, or is refused. */
final class SortContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return claims.supports(Operation.LIST)
                ? Arrays.stream(DealSort.values())
                        .map(sort -> claims.sorts().contains(sort) ? claimed(sort) : refused(sort))
                : Stream.empty();
    }

    private static ContractCase claimed(DealSort sort) {
        return new ContractCase("list: the order " + sort + " is kept", session -> {
            for (int rank : List.of(2, 1, 3)) {
                create(rank, session);
            }
            List<SentRequest> unsorted = session.watch(session::listed).sent();
            DealQuery query = DealQuery.builder().sort(sort).build();
            ContractSession.Result<List<Deal>> result =
                    session.watch(() -> session.deals().list(query).stream().toList());
            if (session.provider().sendsHttp()) {
                assertNotEquals(
                        unsorted.stream().map(SentRequest::question).toList(),
                        result.sent().stream().map(SentRequest::question).toList(),
                        "what is sent is the same as without an order");
            }
            assertOrdered(sort, result.returned());
        });
    }

    private static void assertOrdered(DealSort sort, List<Deal> deals) {
        boolean descending = sort.name().endsWith("_DESCENDING");
        switch (sort) {
            case VALUE, VALUE_DESCENDING ->
                assertOrdered(deals, deal -> deal.value().map(DealValue::amount), descending);
            case CREATED_AT, CREATED_AT_DESCENDING -> assertOrdered(deals, Deal::createdAt, descending);
            case UPDATED_AT, UPDATED_AT_DESCENDING -> assertOrdered(deals, Deal::updatedAt, descending);
            case EXPECTED_CLOSE_ON, EXPECTED_CLOSE_ON_DESCENDING ->
                assertOrdered(deals, Deal::expectedCloseOn, descending);
        }
    }

    /** Deals without the key may stand anywhere. */
    private static <T extends Comparable<? super T>> void assertOrdered(
            List<Deal> deals, Function<Deal, Optional<T>> key, boolean descending) {
        List<T> keys = deals.stream().flatMap(deal -> key.apply(deal).stream()).toList();
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        assertEquals(keys.stream().sorted(order).toList(), keys, "the deals are in another order");
    }

    private static void create(int rank, ContractSession session) {
        if (!session.claims().supports(Operation.CREATE)) {
            session.deal();
            return;
        }
        SampleValues ranked = session.samples()
                .field(DealField.VALUE, new BigDecimal(rank + "00.75"))
                .field(DealField.EXPECTED_CLOSE_ON, LocalDate.of(2030 + rank, 1, 1));
        Set<DealField> fields = OperationContract.least(Operation.CREATE, session.claims());
        Stream.of(DealField.VALUE, DealField.EXPECTED_CLOSE_ON)
                .filter(session.claims().writableFields(Operation.CREATE)::contains)
                .forEach(fields::add);
        session.deals().create(new SampleRequests(ranked, session::stage).newDeal(fields, Map.of()));
    }

    private static ContractCase refused(DealSort sort) {
        return new ContractCase("list: the order " + sort + " is refused", session -> {
            DealQuery query = DealQuery.builder().sort(sort).build();
            session.refused(
                    UnsupportedByProviderException.class,
                    Operation.LIST,
                    () -> session.deals().list(query),
                    List.of(session.claims().provider(), "list", sort.name(), "can sort by "));
        });
    }
}
