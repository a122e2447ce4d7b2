package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An id is refused, or it stays one path segment or one JSON value: it never reaches another endpoint. */
final class IdContract implements ContractCase.Group {
    private static final List<Operation> WITH_ID = List.of(
            Operation.GET,
            Operation.UPDATE,
            Operation.MOVE,
            Operation.WIN,
            Operation.LOSE,
            Operation.REOPEN,
            Operation.DELETE);
    private static final List<String> IDS = List.of(
            "../stages",
            "a/b",
            "a/../../stages",
            "?x=1",
            "a?x=1#y",
            "a;b",
            "%2e%2e",
            "%2E%2e",
            "..",
            "a%2Fb",
            "a\nb",
            " ",
            "\u00e4\u65e5");
    private static final Set<String> NEVER_SENT = Set.of("..", "%2e%2e", "%2E%2e", "a\nb", " ");

    @Override
    public boolean keepsVendorContract() {
        return false;
    }

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        Stream<ContractCase> dealIds = WITH_ID.stream()
                .filter(claims::supports)
                .flatMap(operation -> IDS.stream()
                        .map(id -> new ContractCase(
                                operation.key() + ": the id " + shown(id) + " stays one",
                                session -> dealId(operation, id, session))));
        Stream<ContractCase> stageIds = IDS.stream()
                .filter(id -> claims.supports(Operation.MOVE) && !id.isBlank())
                .map(id -> new ContractCase(
                        "move: the stage id " + shown(id) + " stays one", session -> stageId(id, session)));
        Stream<ContractCase> anothers = WITH_ID.stream()
                .filter(operation -> operation != Operation.DELETE && claims.supports(operation))
                .map(operation -> new ContractCase(
                        operation.key() + ": a response about another deal is not taken for this one",
                        session -> another(operation, session)));
        return Stream.of(dealIds, stageIds, anothers).flatMap(cases -> cases);
    }

    /** As after a mix-up of connections: every response is about a deal that nobody has asked for. */
    private static void another(Operation operation, ContractSession session) {
        session.needsHttp();
        String id = session.dealFor(operation);
        session.chooseStage(session.claims().requiredFields(operation));
        // Whatever is looked up once, such as stages, is known before responses are changed.
        OperationContract.call(operation, session.dealFor(operation), session);
        // A deal that is read before it is written proves nothing of the write.
        AtomicBoolean begun = new AtomicBoolean(operation == Operation.GET);
        session.wire().change((request, response) -> {
            if (!begun.get() && request.method().equals("GET")) {
                return response;
            }
            begun.set(true);
            ResponseJson.records(response, id).forEach(deal -> deal.put("id", OperationContract.absentLike(id)));
            return response;
        });
        DealsException failure = failureOf(() -> OperationContract.call(operation, id, session));
        if (operation == Operation.GET) {
            assertTrue(
                    failure instanceof MalformedResponseException || failure instanceof DealNotFoundException,
                    () -> "it fails in another way: " + failure);
            assertEquals(Outcome.REJECTED, failure.outcome());
        } else {
            assertTrue(
                    failure.outcome() == Outcome.UNKNOWN || failure.outcome() == Outcome.APPLIED,
                    () -> "the write has left, and may have been applied: " + failure);
        }
    }

    private static void dealId(Operation operation, String id, ContractSession session) {
        String known = session.dealFor(operation);
        session.chooseStage(session.claims().requiredFields(operation));
        Set<String> usual = endpoints(
                session.watch(() -> OperationContract.call(operation, known, session))
                        .sent(),
                known);
        int before = session.wire().count();
        DealsException failure = failureOf(() -> OperationContract.call(operation, id, session));
        assertTrue(
                failure instanceof InvalidRequestException || failure instanceof DealNotFoundException,
                () -> "it fails in another way: " + failure);
        assertStays(id, usual, session.wire().after(before));
    }

    private static void stageId(String id, ContractSession session) {
        String deal = session.deal();
        String stage = session.stage();
        Set<String> usual = new HashSet<>(endpoints(
                session.watch(() -> session.deals().move(deal, StageRef.id(stage)))
                        .sent(),
                deal));
        int before = session.wire().count();
        failureOf(() -> session.deals().move(deal, StageRef.id(id)));
        List<SentRequest> sent = session.wire().after(before);
        Set<String> found = endpoints(sent, deal);
        assertTrue(usual.containsAll(found), () -> "other endpoints were reached: " + found + " instead of " + usual);
    }

    private static void assertStays(String id, Set<String> usual, List<SentRequest> sent) {
        if (NEVER_SENT.contains(id)) {
            assertEquals(List.of(), sent, "it is no id of anything and may not be sent");
        }
        Set<String> found = endpoints(sent, id);
        assertTrue(usual.containsAll(found), () -> "other endpoints were reached: " + found + " instead of " + usual);
    }

    private static Set<String> endpoints(List<SentRequest> sent, String id) {
        return sent.stream().map(request -> request.endpoint(id)).collect(Collectors.toSet());
    }

    private static DealsException failureOf(Runnable call) {
        try {
            call.run();
        } catch (DealsException failure) {
            return failure;
        }
        throw new AssertionError("it is taken for a deal or a stage");
    }

    private static String shown(String id) {
        return "\"" + id.replace("\n", "\\n") + "\"";
    }
}
