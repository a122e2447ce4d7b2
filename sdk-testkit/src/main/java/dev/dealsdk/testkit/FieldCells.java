package dev.dealsdk.testkit;

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
final class FieldCells implements Cell.Group {

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(claims::supports)
                .flatMap(operation -> SampleRequests.sayable(operation).stream()
                        .map(field -> claims.writableFields(operation).contains(field)
                                ? claimed(operation, field)
                                : refused(operation, field)));
    }

    private static Cell claimed(Operation operation, DealField field) {
        return new Cell(name(operation, field) + " reaches the vendor", trial -> {
            String id = operation == Operation.CREATE ? "" : trial.dealFor(operation);
            FieldTraces traces = new FieldTraces(trial);
            Set<DealField> fields = EnumSet.of(field);
            fields.addAll(trial.claims().requiredFields(operation));
            trial.chooseStage(fields);
            int before = trial.wire().count();
            try {
                Deal deal = trial.call(operation, id, fields);
                assertArrived(operation, field, traces, before, deal, trial);
            } catch (InvalidRequestException refusal) {
                requireUnverified(operation, field, refusal, trial);
                assertSent(field, traces, before, trial);
            }
        });
    }

    private static void assertArrived(
            Operation operation, DealField field, FieldTraces traces, int before, Deal deal, Trial trial) {
        if (trial.provider().sendsHttp()) {
            assertSent(field, traces, before, trial);
        } else {
            assertTrue(traces.isKept(field, trial.read(deal.id()).orElse(deal)), "the deal does not hold the value");
        }
        boolean ofTheDeal = operation == Operation.CREATE || operation == Operation.UPDATE || field == DealField.STAGE;
        if (ofTheDeal && trial.samples().isReadBack(field)) {
            Deal read = trial.read(deal.id()).orElse(deal);
            assertTrue(
                    traces.isShown(field, read),
                    () -> "it does not come back; SampleValues.notReadBack names what the vendor never shows: " + read);
        }
    }

    private static void assertSent(DealField field, FieldTraces traces, int before, Trial trial) {
        assertTrue(traces.isSent(field, trial.wire().after(before)), "the value stands in no request that was sent");
    }

    /** What is claimed under {@code deals.allow-unverified} alone must be tried; how it ends is up to the vendor. */
    private static void requireUnverified(
            Operation operation, DealField field, InvalidRequestException refusal, Trial trial) {
        Capabilities verified = trial.verifiedClaims();
        boolean isVerified = verified.supports(operation)
                && verified.writableFields(operation).contains(field);
        if (isVerified || refusal.httpStatus().isEmpty()) {
            throw refusal;
        }
    }

    private static Cell refused(Operation operation, DealField field) {
        return new Cell(name(operation, field) + " is refused", trial -> {
            trial.takeSampleStage();
            Set<DealField> fields = EnumSet.of(field);
            fields.addAll(trial.claims().requiredFields(operation));
            trial.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> trial.call(operation, "any", fields),
                    List.of(trial.claims().provider(), operation.key(), named(field), " takes "));
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
