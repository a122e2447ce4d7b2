package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each field can be cleared, or that is refused. */
final class ClearCells implements Cell.Group {

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return claims.supports(Operation.UPDATE)
                ? Arrays.stream(DealField.values())
                        .map(field -> claims.clearableFields().contains(field) ? claimed(field) : refused(field))
                : Stream.empty();
    }

    private static Cell claimed(DealField field) {
        return new Cell("clear " + field.key() + ": takes the value away", trial -> {
            String id = dealWith(field, trial);
            FieldTraces traces = new FieldTraces(trial);
            int before = trial.wire().count();
            boolean applied = clear(id, field, trial);
            assertTrue(
                    !trial.provider().sendsHttp()
                            || trial.wire().after(before).stream().anyMatch(SentRequest::takesSomethingAway),
                    "no request that was sent takes a value away");
            if (applied) {
                trial.read(id).ifPresent(deal -> assertFalse(traces.isShown(field, deal), "the value is still there"));
            }
        });
    }

    private static String dealWith(DealField field, Trial trial) {
        String id = trial.deal(Set.of(field));
        boolean created = trial.claims().supports(Operation.CREATE)
                && trial.claims().writableFields(Operation.CREATE).contains(field);
        if (!created && trial.claims().writableFields(Operation.UPDATE).contains(field)) {
            Deal set = trial.call(Operation.UPDATE, id, Set.of(field));
            return set.id();
        }
        return id;
    }

    /** Whether the vendor did it; it may refuse what is claimed under {@code deals.allow-unverified} alone. */
    private static boolean clear(String id, DealField field, Trial trial) {
        try {
            trial.deals().update(id, DealUpdate.builder().clear(field).build());
            return true;
        } catch (InvalidRequestException refusal) {
            if (trial.verifiedClaims().clearableFields().contains(field)
                    || refusal.httpStatus().isEmpty()) {
                throw refusal;
            }
            return false;
        }
    }

    private static Cell refused(DealField field) {
        return new Cell("clear " + field.key() + ": is refused", trial -> {
            DealUpdate update = DealUpdate.builder().clear(field).build();
            trial.refused(
                    UnsupportedByProviderException.class,
                    Operation.UPDATE,
                    () -> trial.deals().update("any", update),
                    List.of(trial.claims().provider(), field.key() + " cannot be cleared", "what can be cleared is "));
        });
    }
}
