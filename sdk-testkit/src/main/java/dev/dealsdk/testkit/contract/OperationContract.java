package dev.dealsdk.testkit.contract;

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
import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.Paged;
import dev.dealsdk.Stage;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each operation does what it is called, or is refused. */
final class OperationContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> claims.supports(operation) ? claimed(operation) : refused(operation));
    }

    private static Stream<ContractCase> claimed(Operation operation) {
        ContractCase works = new ContractCase(operation.key() + ": works", session -> works(operation, session));
        return switch (operation) {
            case CREATE, LIST, LIST_STAGES -> Stream.of(works);
            default ->
                Stream.of(
                        works,
                        new ContractCase(
                                operation.key() + ": of no such deal", session -> ofNoDeal(operation, session)));
        };
    }

    private static Stream<ContractCase> refused(Operation operation) {
        return Stream.of(new ContractCase(operation.key() + ": is refused", session -> {
            Capabilities claims = session.claims();
            session.takeSampleStage();
            String instead = claims.support(operation) == Support.UNVERIFIED ? "deals.allow-unverified" : "; instead: ";
            session.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> call(operation, "any", session),
                    List.of(claims.provider(), operation.key(), claims.explain(operation), instead));
        }));
    }

    private static void works(Operation operation, ContractSession session) {
        String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
        session.chooseStage(session.claims().requiredFields(operation));
        ContractSession.Result<Optional<Deal>> result = session.watch(() -> call(operation, id, session));
        boolean sends = session.provider().sendsHttp() && (operation != Operation.LIST_STAGES || session.listsStages());
        assertTrue(!sends || !result.sent().isEmpty(), "it succeeded without sending anything");
        result.returned().ifPresent(deal -> {
            assertFalse(deal.id().isBlank(), "the deal has no id");
            assertEquals(session.claims().provider(), deal.provider());
        });
        switch (operation) {
            case CREATE -> {
                Deal created = result.returned().orElseThrow();
                session.read(created.id()).ifPresent(read -> assertEquals(created.id(), read.id()));
            }
            case GET, UPDATE -> assertEquals(Optional.of(id), result.returned().map(Deal::id));
            case DELETE -> assertGone(id, session);
            case MOVE -> expect(result, deal -> deal.stageId(), Optional.of(session.stage()), session);
            case WIN -> expect(result, Deal::status, DealStatus.WON, session);
            case LOSE -> expect(result, Deal::status, DealStatus.LOST, session);
            case REOPEN -> expect(result, Deal::status, DealStatus.OPEN, session);
            case LIST -> listed(id, session);
            case LIST_STAGES -> stages(session.deals().stages());
        }
    }

    /** The same must be returned, and be read afterwards. */
    private static void expect(
            ContractSession.Result<Optional<Deal>> result,
            Function<Deal, Object> part,
            Object expected,
            ContractSession session) {
        Deal returned = result.returned().orElseThrow();
        assertEquals(expected, part.apply(returned), "as returned");
        session.read(returned.id()).ifPresent(read -> assertEquals(expected, part.apply(read), "as read afterwards"));
    }

    private static void assertGone(String id, ContractSession session) {
        if (session.claims().supports(Operation.GET)) {
            assertThrows(DealNotFoundException.class, () -> session.deals().get(id), "it can still be read");
        } else if (session.claims().supports(Operation.LIST)) {
            assertTrue(session.listed().stream().noneMatch(deal -> deal.id().equals(id)), "it is still listed");
        }
    }

    private static void listed(String id, ContractSession session) {
        ContractSession.Result<Paged<Deal>> asked =
                session.watch(() -> session.deals().list(DealQuery.all()));
        assertEquals(List.of(), asked.sent(), "nothing may be sent before the first deal is asked for");
        List<Deal> deals = asked.returned().stream().toList();
        assertTrue(deals.stream().anyMatch(deal -> deal.id().equals(id)), "a deal of the account is not listed");
    }

    private static void stages(List<Stage> stages) {
        assertFalse(stages.isEmpty(), "the account has no stages");
        assertTrue(stages.stream().noneMatch(stage -> stage.id().isBlank()), "a stage has no id");
        assertEquals(stages.size(), stages.stream().map(Stage::id).distinct().count(), "two stages have one id");
    }

    private static void ofNoDeal(Operation operation, ContractSession session) {
        String id = session.dealFor(operation);
        String absent = absentLike(id);
        DealNotFoundException failure =
                assertThrows(DealNotFoundException.class, () -> call(operation, absent, session));
        assertEquals(Optional.of(absent), failure.dealId());
        assertEquals(Optional.of(operation), failure.operation());
    }

    /** The id of no deal, of the same form as that of one, since others may be refused for their form. */
    static String absentLike(String id) {
        return id.substring(0, Math.max(0, id.length() - 4)) + "fffe";
    }

    /** The operation with as little as it takes. */
    static Optional<Deal> call(Operation operation, String id, ContractSession session) {
        return call(operation, id, session, session.deals());
    }

    /** The operation with as little as it takes, called on this client. */
    static Optional<Deal> call(Operation operation, String id, ContractSession session, DealsClient deals) {
        return switch (operation) {
            case GET -> Optional.of(deals.get(id));
            case DELETE -> {
                deals.delete(id);
                yield Optional.empty();
            }
            case LIST -> deals.list(DealQuery.all()).stream().toList().stream().findFirst();
            case LIST_STAGES -> {
                deals.stages();
                yield Optional.empty();
            }
            default ->
                Optional.of(
                        session.requests().call(deals, operation, id, least(operation, session.claims()), Map.of()));
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
