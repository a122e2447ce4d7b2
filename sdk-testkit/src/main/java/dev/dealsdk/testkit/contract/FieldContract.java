package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each field of each operation reaches the vendor and comes back, or is refused. */
final class FieldContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(claims::supports)
                .flatMap(operation -> SampleRequests.sayable(operation).stream()
                        .map(field -> claims.writableFields(operation).contains(field)
                                ? claimed(operation, field)
                                : refused(operation, field)));
    }

    private static ContractCase claimed(Operation operation, DealField field) {
        return new ContractCase(name(operation, field) + " reaches the vendor", session -> {
            String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
            FieldTraces traces = new FieldTraces(session);
            Set<DealField> fields = EnumSet.of(field);
            fields.addAll(session.claims().requiredFields(operation));
            session.chooseStage(fields);
            int before = session.wire().count();
            try {
                Deal deal = session.call(operation, id, fields);
                assertArrived(operation, field, traces, before, deal, session);
            } catch (InvalidRequestException refusal) {
                requireUnverified(operation, field, refusal, session);
                assertSent(field, traces, before, session);
            }
        });
    }

    private static void assertArrived(
            Operation operation, DealField field, FieldTraces traces, int before, Deal deal, ContractSession session) {
        if (session.provider().sendsHttp()) {
            assertSent(field, traces, before, session);
        } else {
            assertTrue(traces.isKept(field, session.read(deal.id()).orElse(deal)), "the deal does not hold the value");
        }
        boolean ofTheDeal = operation == Operation.CREATE || operation == Operation.UPDATE || field == DealField.STAGE;
        if (ofTheDeal && session.samples().isReadBack(field)) {
            Deal read = session.read(deal.id()).orElse(deal);
            assertTrue(
                    traces.isShown(field, read),
                    () -> "it does not come back; SampleValues.notReadBack names what the vendor never shows: " + read);
        }
    }

    private static void assertSent(DealField field, FieldTraces traces, int before, ContractSession session) {
        assertTrue(traces.isSent(field, session.wire().after(before)), "the value stands in no request that was sent");
    }

    /** What is claimed under {@code deals.allow-unverified} alone must be tried; how it ends is up to the vendor. */
    private static void requireUnverified(
            Operation operation, DealField field, InvalidRequestException refusal, ContractSession session) {
        Capabilities verified = session.verifiedClaims();
        boolean isVerified = verified.supports(operation)
                && verified.writableFields(operation).contains(field);
        if (isVerified || refusal.httpStatus().isEmpty()) {
            throw refusal;
        }
    }

    private static ContractCase refused(Operation operation, DealField field) {
        return new ContractCase(name(operation, field) + " is refused", session -> {
            session.takeSampleStage();
            Set<DealField> fields = EnumSet.of(field);
            fields.addAll(session.claims().requiredFields(operation));
            session.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> session.call(operation, "any", fields),
                    List.of(session.claims().provider(), operation.key(), named(field), " takes "));
        });
    }

    /** The field itself; but a currency or a period comes with an amount, which may be refused first. */
    private static String named(DealField field) {
        return field == DealField.CURRENCY || field == DealField.VALUE_PERIOD ? DealField.VALUE.key() : field.key();
    }

    private static String name(Operation operation, DealField field) {
        return operation.key() + ": " + (field == DealField.WON_REASON ? "won " : "") + field.key();
    }
}
