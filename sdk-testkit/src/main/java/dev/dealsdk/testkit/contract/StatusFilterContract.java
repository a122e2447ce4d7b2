package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** A vendor that can filter by status may know some of them only; those it does not know are refused. */
final class StatusFilterContract {
    private static final List<DealStatus> STATUSES = List.of(DealStatus.OPEN, DealStatus.WON, DealStatus.LOST);

    private StatusFilterContract() {}

    static Stream<ContractCase> cases() {
        return Stream.concat(
                STATUSES.stream()
                        .map(status -> new ContractCase(
                                "list: the filter status " + status + " is applied, or refused",
                                session -> isApplied(status, session))),
                Stream.of(new ContractCase(
                        "list: the filter status is good for something",
                        session -> assertTrue(
                                STATUSES.stream().anyMatch(status -> isApplied(status, session)),
                                "it is claimed, but every status is refused"))));
    }

    private static boolean isApplied(DealStatus status, ContractSession session) {
        String wanted = dealWith(status, session);
        List<SentRequest> unfiltered = session.watch(session::listed).sent();
        int before = session.wire().count();
        List<Deal> deals;
        try {
            deals = session.deals().list(DealQuery.builder().status(status).build()).stream()
                    .toList();
        } catch (DealsException refusal) {
            assertEquals(Outcome.NOT_SENT, refusal.outcome(), refusal.getMessage());
            assertTrue(String.valueOf(refusal.getMessage()).contains("status"), refusal.getMessage());
            return false;
        }
        if (session.provider().sendsHttp()) {
            assertNotEquals(
                    unfiltered.stream().map(SentRequest::question).toList(),
                    session.wire().after(before).stream()
                            .map(SentRequest::question)
                            .toList(),
                    "what is sent is the same as without the filter");
        }
        List<DealStatus> others = deals.stream()
                .map(Deal::status)
                .filter(found -> found != status && found != DealStatus.UNKNOWN)
                .toList();
        assertEquals(List.of(), others, "deals of another status are listed");
        assertTrue(
                wanted.isEmpty() || deals.stream().anyMatch(deal -> deal.id().equals(wanted)),
                "a deal of this status is not listed");
        return true;
    }

    /** Empty where there is no way to have one. */
    private static String dealWith(DealStatus status, ContractSession session) {
        String id = session.deal();
        if (status == DealStatus.OPEN) {
            return id;
        }
        Operation closing = status == DealStatus.WON ? Operation.WIN : Operation.LOSE;
        if (!session.claims().supports(closing)) {
            return "";
        }
        return session.call(closing, id, session.claims().requiredFields(closing))
                .id();
    }
}
