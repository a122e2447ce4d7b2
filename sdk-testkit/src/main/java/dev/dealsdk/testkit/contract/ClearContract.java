package dev.dealsdk.testkit.contract;

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
final class ClearContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return claims.supports(Operation.UPDATE)
                ? Arrays.stream(DealField.values())
                        .map(field -> claims.clearableFields().contains(field) ? claimed(field) : refused(field))
                : Stream.empty();
    }

    private static ContractCase claimed(DealField field) {
        return new ContractCase("clear " + field.key() + ": takes the value away", session -> {
            String id = dealWith(field, session);
            FieldTraces traces = new FieldTraces(session);
            int before = session.wire().count();
            boolean applied = clear(id, field, session);
            assertTrue(
                    !session.provider().sendsHttp()
                            || session.wire().after(before).stream().anyMatch(SentRequest::takesSomethingAway),
                    "no request that was sent takes a value away");
            if (applied) {
                session.read(id)
                        .ifPresent(deal -> assertFalse(traces.isShown(field, deal), "the value is still there"));
            }
        });
    }

    private static String dealWith(DealField field, ContractSession session) {
        String id = session.deal(Set.of(field));
        boolean created = session.claims().supports(Operation.CREATE)
                && session.claims().writableFields(Operation.CREATE).contains(field);
        if (!created && session.claims().writableFields(Operation.UPDATE).contains(field)) {
            Deal set = session.call(Operation.UPDATE, id, Set.of(field));
            return set.id();
        }
        return id;
    }

    /** Whether the vendor did it; it may refuse what is claimed under {@code deals.allow-unverified} alone. */
    private static boolean clear(String id, DealField field, ContractSession session) {
        try {
            session.deals().update(id, DealUpdate.builder().clear(field).build());
            return true;
        } catch (InvalidRequestException refusal) {
            if (session.verifiedClaims().clearableFields().contains(field)
                    || refusal.httpStatus().isEmpty()) {
                throw refusal;
            }
            return false;
        }
    }

    private static ContractCase refused(DealField field) {
        return new ContractCase("clear " + field.key() + ": is refused", session -> {
            DealUpdate update = DealUpdate.builder().clear(field).build();
            session.refused(
                    UnsupportedByProviderException.class,
                    Operation.UPDATE,
                    () -> session.deals().update("any", update),
                    List.of(
                            session.claims().provider(),
                            field.key() + " cannot be cleared",
                            "the fields that can be cleared are "));
        });
    }
}
