package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a client behaves around its calls. */
final class ClientContract implements ContractCase.Group {
    private static final StageRef NOWHERE = StageRef.named("no such stage");

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Stream.of(
                        Arrays.stream(Operation.values())
                                .filter(claims::supports)
                                .map(operation -> new ContractCase(
                                        operation.key() + ": of a closed client fails",
                                        session -> afterClosing(operation, session))),
                        Arrays.stream(Operation.values())
                                .filter(operation -> !claims.supports(operation))
                                .map(operation -> new ContractCase(
                                        operation.key() + ": required, but not offered, fails while connecting",
                                        session -> required(operation, session))),
                        Stream.of(Operation.CREATE, Operation.MOVE, Operation.REOPEN, Operation.LIST)
                                .filter(operation -> takesStage(operation, claims))
                                .map(operation -> new ContractCase(
                                        operation.key() + ": a stage that does not exist is told with those that do",
                                        session -> unknownStage(operation, session))),
                        Stream.of(new ContractCase("two threads may share a client", ClientContract::twoThreads)))
                .flatMap(cases -> cases);
    }

    private static void afterClosing(Operation operation, ContractSession session) {
        String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
        session.chooseStage(session.claims().requiredFields(operation));
        session.deals().close();
        session.deals().close();
        int before = session.wire().count();
        assertThrows(IllegalStateException.class, () -> OperationContract.call(operation, id, session));
        assertEquals(List.of(), session.wire().after(before), "something was sent");
    }

    private static void required(Operation operation, ContractSession session) {
        Map<String, String> require = Map.of("deals.require", operation.key());
        ConfigurationException failure = assertThrows(
                ConfigurationException.class, () -> session.connect(require).close());
        String message = String.valueOf(failure.getMessage());
        Stream.of(session.claims().provider(), operation.key(), session.claims().explain(operation))
                .forEach(word -> assertTrue(message.contains(word), message));
    }

    private static boolean takesStage(Operation operation, Capabilities claims) {
        return claims.supports(operation)
                && (operation == Operation.LIST
                        ? claims.filters().contains(DealFilter.STAGE)
                        : claims.writableFields(operation).contains(DealField.STAGE));
    }

    private static void unknownStage(Operation operation, ContractSession session) {
        String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
        boolean known = session.listsStages();
        ContractSession.Result<List<Stage>> stages =
                session.watch(() -> known ? session.deals().stages() : List.of());
        int before = session.wire().count();
        InvalidRequestException failure =
                assertThrows(InvalidRequestException.class, () -> toNowhere(operation, id, session));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("no such stage"), message);
        stages.returned().forEach(stage -> assertTrue(message.contains("\"" + stage.name() + "\""), message));
        assertTrue(known || message.contains("StageRef.id"), message);
        Set<String> asked = questions(stages.sent());
        assertTrue(asked.containsAll(questions(session.wire().after(before))), "more than the stages was asked for");
    }

    private static void toNowhere(Operation operation, String id, ContractSession session) {
        switch (operation) {
            case CREATE -> {
                NewDeal deal = session.requests()
                        .newDeal(OperationContract.least(Operation.CREATE, session.claims()), Map.of());
                session.deals()
                        .create(NewDeal.builder().from(deal).stage(NOWHERE).build());
            }
            case MOVE -> session.deals().move(id, NOWHERE);
            case REOPEN ->
                session.deals().reopen(id, Reopen.builder().stage(NOWHERE).build());
            default -> session.listed(DealQuery.builder().stage(NOWHERE).build());
        }
    }

    private static Set<String> questions(List<SentRequest> sent) {
        return sent.stream().map(SentRequest::question).collect(Collectors.toSet());
    }

    private static void twoThreads(ContractSession session) throws Exception {
        List<String> ids = IntStream.range(0, 6).mapToObj(i -> session.deal()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> reads = ids.stream()
                    .<Callable<String>>map(
                            id -> () -> session.read(id).orElseThrow().id())
                    .toList();
            Set<String> read = new TreeSet<>();
            for (Future<String> future : threads.invokeAll(reads)) {
                read.add(future.get());
            }
            assertEquals(new TreeSet<>(ids), read, "a thread got the deal of another");
        } finally {
            threads.shutdownNow();
        }
    }
}
