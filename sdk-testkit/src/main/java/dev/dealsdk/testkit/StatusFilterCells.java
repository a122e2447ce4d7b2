package dev.dealsdk.testkit;

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
final class StatusFilterCells {
    private static final List<DealStatus> STATUSES = List.of(DealStatus.OPEN, DealStatus.WON, DealStatus.LOST);

    private StatusFilterCells() {}

    static Stream<Cell> cells() {
        return Stream.concat(
                STATUSES.stream()
                        .map(status -> new Cell(
                                "list: the filter status " + status + " is applied, or refused",
                                trial -> isApplied(status, trial))),
                Stream.of(new Cell(
                        "list: the filter status is good for something",
                        trial -> assertTrue(
                                STATUSES.stream().anyMatch(status -> isApplied(status, trial)),
                                "it is claimed, but every status is refused"))));
    }

    private static boolean isApplied(DealStatus status, Trial trial) {
        String wanted = dealWith(status, trial);
        List<SentRequest> unfiltered = trial.watch(trial::listed).sent();
        int before = trial.wire().count();
        List<Deal> deals;
        try {
            deals = trial.deals().list(DealQuery.builder().status(status).build()).stream()
                    .toList();
        } catch (DealsException refusal) {
            assertEquals(Outcome.NOT_SENT, refusal.outcome(), refusal.getMessage());
            assertTrue(String.valueOf(refusal.getMessage()).contains("status"), refusal.getMessage());
            return false;
        }
        if (trial.provider().sendsHttp()) {
            assertNotEquals(
                    unfiltered.stream().map(SentRequest::question).toList(),
                    trial.wire().after(before).stream()
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
    private static String dealWith(DealStatus status, Trial trial) {
        String id = trial.deal();
        if (status == DealStatus.OPEN) {
            return id;
        }
        Operation closing = status == DealStatus.WON ? Operation.WIN : Operation.LOSE;
        if (!trial.claims().supports(closing)) {
            return "";
        }
        return trial.call(closing, id, trial.claims().requiredFields(closing)).id();
    }
}
