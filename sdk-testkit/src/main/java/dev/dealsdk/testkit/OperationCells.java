package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.Operation;
import dev.dealsdk.Paged;
import dev.dealsdk.Stage;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each operation does what it is called, or is refused. */
final class OperationCells implements Cell.Group {

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> claims.supports(operation) ? claimed(operation) : refused(operation));
    }

    private static Stream<Cell> claimed(Operation operation) {
        Cell works = new Cell(operation.key() + ": works", trial -> works(operation, trial));
        return switch (operation) {
            case CREATE, LIST, LIST_STAGES -> Stream.of(works);
            default ->
                Stream.of(works, new Cell(operation.key() + ": of no such deal", trial -> ofNoDeal(operation, trial)));
        };
    }

    private static Stream<Cell> refused(Operation operation) {
        return Stream.of(new Cell(operation.key() + ": is refused", trial -> {
            Capabilities claims = trial.claims();
            trial.takeSampleStage();
            String instead = claims.support(operation) == Support.UNVERIFIED ? "deals.allow-unverified" : "; instead: ";
            trial.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> call(operation, "any", trial),
                    List.of(claims.provider(), operation.key(), claims.explain(operation), instead));
        }));
    }

    private static void works(Operation operation, Trial trial) {
        String id = operation == Operation.CREATE ? "" : trial.dealFor(operation);
        trial.chooseStage(trial.claims().requiredFields(operation));
        Trial.Result<Optional<Deal>> result = trial.watch(() -> call(operation, id, trial));
        assertTrue(!trial.provider().sendsHttp() || !result.sent().isEmpty(), "it succeeded without sending anything");
        result.returned().ifPresent(deal -> {
            assertFalse(deal.id().isBlank(), "the deal has no id");
            assertEquals(trial.claims().provider(), deal.provider());
        });
        switch (operation) {
            case CREATE -> {
                Deal created = result.returned().orElseThrow();
                trial.read(created.id()).ifPresent(read -> assertEquals(created.id(), read.id()));
            }
            case GET, UPDATE -> assertEquals(Optional.of(id), result.returned().map(Deal::id));
            case DELETE -> assertGone(id, trial);
            case MOVE -> expect(result, deal -> deal.stageId(), Optional.of(trial.stage()), trial);
            case WIN -> expect(result, Deal::status, DealStatus.WON, trial);
            case LOSE -> expect(result, Deal::status, DealStatus.LOST, trial);
            case REOPEN -> expect(result, Deal::status, DealStatus.OPEN, trial);
            case LIST -> listed(id, trial);
            case LIST_STAGES -> stages(trial.deals().stages());
        }
    }

    /** The same must be returned, and be read afterwards. */
    private static void expect(
            Trial.Result<Optional<Deal>> result, Function<Deal, Object> part, Object expected, Trial trial) {
        Deal returned = result.returned().orElseThrow();
        assertEquals(expected, part.apply(returned), "as returned");
        trial.read(returned.id()).ifPresent(read -> assertEquals(expected, part.apply(read), "as read afterwards"));
    }

    private static void assertGone(String id, Trial trial) {
        if (trial.claims().supports(Operation.GET)) {
            assertThrows(DealNotFoundException.class, () -> trial.deals().get(id), "it can still be read");
        } else if (trial.claims().supports(Operation.LIST)) {
            assertTrue(trial.listed().stream().noneMatch(deal -> deal.id().equals(id)), "it is still listed");
        }
    }

    private static void listed(String id, Trial trial) {
        Trial.Result<Paged<Deal>> asked = trial.watch(() -> trial.deals().list(DealQuery.all()));
        assertEquals(List.of(), asked.sent(), "nothing may be sent before the first deal is asked for");
        List<Deal> deals = asked.returned().stream().toList();
        assertTrue(deals.stream().anyMatch(deal -> deal.id().equals(id)), "a deal of the account is not listed");
    }

    private static void stages(List<Stage> stages) {
        assertFalse(stages.isEmpty(), "the account has no stages");
        assertTrue(stages.stream().noneMatch(stage -> stage.id().isBlank()), "a stage has no id");
        assertEquals(stages.size(), stages.stream().map(Stage::id).distinct().count(), "two stages have one id");
    }

    private static void ofNoDeal(Operation operation, Trial trial) {
        String id = trial.dealFor(operation);
        // An id of the same form, since others may be refused for their form.
        String absent = id.substring(0, Math.max(0, id.length() - 4)) + "fffe";
        DealNotFoundException failure = assertThrows(DealNotFoundException.class, () -> call(operation, absent, trial));
        assertEquals(Optional.of(absent), failure.dealId());
        assertEquals(Optional.of(operation), failure.operation());
    }

    /** The operation with as little as it takes. */
    static Optional<Deal> call(Operation operation, String id, Trial trial) {
        return switch (operation) {
            case GET -> Optional.of(trial.deals().get(id));
            case DELETE -> {
                trial.deals().delete(id);
                yield Optional.empty();
            }
            case LIST -> trial.listed().stream().findFirst();
            case LIST_STAGES -> {
                trial.deals().stages();
                yield Optional.empty();
            }
            default -> Optional.of(trial.call(operation, id, least(operation, trial.claims())));
        };
    }

    /** The required fields; of an update, which must change something, any one. */
    static Set<DealField> least(Operation operation, Capabilities claims) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        fields.addAll(claims.requiredFields(operation));
        if (operation == Operation.UPDATE && fields.isEmpty()) {
            claims.writableFields(operation).stream().sorted().limit(1).forEach(fields::add);
        }
        return fields;
    }
}
