package dev.dealsdk.testkit;

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
final class ClientCells implements Cell.Group {
    private static final StageRef NOWHERE = StageRef.named("no such stage");

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Stream.of(
                        Arrays.stream(Operation.values())
                                .filter(claims::supports)
                                .map(operation -> new Cell(
                                        operation.key() + ": of a closed client fails",
                                        trial -> afterClosing(operation, trial))),
                        Arrays.stream(Operation.values())
                                .filter(operation -> !claims.supports(operation))
                                .map(operation -> new Cell(
                                        operation.key() + ": required, but not offered, fails while connecting",
                                        trial -> required(operation, trial))),
                        Stream.of(Operation.CREATE, Operation.MOVE, Operation.REOPEN, Operation.LIST)
                                .filter(operation -> takesStage(operation, claims))
                                .map(operation -> new Cell(
                                        operation.key() + ": a stage that does not exist is told with those that do",
                                        trial -> unknownStage(operation, trial))),
                        Stream.of(new Cell("two threads may share a client", ClientCells::twoThreads)))
                .flatMap(cells -> cells);
    }

    private static void afterClosing(Operation operation, Trial trial) {
        String id = operation == Operation.CREATE ? "" : trial.dealFor(operation);
        trial.chooseStage(trial.claims().requiredFields(operation));
        trial.deals().close();
        trial.deals().close();
        int before = trial.wire().count();
        assertThrows(IllegalStateException.class, () -> OperationCells.call(operation, id, trial));
        assertEquals(List.of(), trial.wire().after(before), "something was sent");
    }

    private static void required(Operation operation, Trial trial) {
        Map<String, String> require = Map.of("deals.require", operation.key());
        ConfigurationException failure = assertThrows(
                ConfigurationException.class, () -> trial.connect(require).close());
        String message = String.valueOf(failure.getMessage());
        Stream.of(trial.claims().provider(), operation.key(), trial.claims().explain(operation))
                .forEach(word -> assertTrue(message.contains(word), message));
    }

    private static boolean takesStage(Operation operation, Capabilities claims) {
        return claims.supports(operation)
                && (operation == Operation.LIST
                        ? claims.filters().contains(DealFilter.STAGE)
                        : claims.writableFields(operation).contains(DealField.STAGE));
    }

    private static void unknownStage(Operation operation, Trial trial) {
        String id = operation == Operation.CREATE ? "" : trial.dealFor(operation);
        boolean known = trial.claims().supports(Operation.LIST_STAGES);
        Trial.Result<List<Stage>> stages =
                trial.watch(() -> known ? trial.deals().stages() : List.of());
        int before = trial.wire().count();
        InvalidRequestException failure =
                assertThrows(InvalidRequestException.class, () -> toNowhere(operation, id, trial));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("no such stage"), message);
        stages.returned().forEach(stage -> assertTrue(message.contains("\"" + stage.name() + "\""), message));
        assertTrue(known || message.contains("StageRef.id"), message);
        Set<String> asked = questions(stages.sent());
        assertTrue(asked.containsAll(questions(trial.wire().after(before))), "more than the stages was asked for");
    }

    private static void toNowhere(Operation operation, String id, Trial trial) {
        switch (operation) {
            case CREATE -> {
                NewDeal deal =
                        trial.requests().newDeal(OperationCells.least(Operation.CREATE, trial.claims()), Map.of());
                trial.deals().create(NewDeal.builder().from(deal).stage(NOWHERE).build());
            }
            case MOVE -> trial.deals().move(id, NOWHERE);
            case REOPEN ->
                trial.deals().reopen(id, Reopen.builder().stage(NOWHERE).build());
            default -> trial.listed(DealQuery.builder().stage(NOWHERE).build());
        }
    }

    private static Set<String> questions(List<SentRequest> sent) {
        return sent.stream().map(SentRequest::question).collect(Collectors.toSet());
    }

    private static void twoThreads(Trial trial) throws Exception {
        List<String> ids = IntStream.range(0, 6).mapToObj(i -> trial.deal()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> reads = ids.stream()
                    .<Callable<String>>map(
                            id -> () -> trial.read(id).orElseThrow().id())
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
