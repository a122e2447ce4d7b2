package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealValue;
import dev.dealsdk.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Amounts and texts arrive as they are, and come back so. */
final class ValueContract implements ContractCase.Group {
    private static final List<String> AMOUNTS =
            List.of("0", "0.1", "1234.56", "75000.00", "12.5", "9007199254740993", "0.30000000000000004");
    private static final Map<String, String> NAMES = Map.of(
            "letters of many scripts",
                    "M\u00fcller & S\u00f6hne \u2013 \u65e5\u672c \u05e9\u05dc\u05d5\u05dd \ud83d\ude80",
            "what JSON must escape", "\"quoted\" \\ back / slash \t tab",
            "what looks like markup", "</script> %41 &amp; ${name} {id}");

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Stream.concat(
                AMOUNTS.stream()
                        .map(amount -> new ContractCase(
                                "the amount " + amount + " stays exact",
                                session -> amount(new BigDecimal(amount), session))),
                NAMES.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(name -> new ContractCase(
                                "a name with " + name.getKey() + " stays itself",
                                session -> name(name.getValue(), session))));
    }

    private static void amount(BigDecimal amount, ContractSession session) {
        Optional<Deal> read = write(DealField.VALUE, amount, session);
        BigDecimal exactly = DealValue.of(amount.toPlainString()).amount();
        read.ifPresent(deal -> assertEquals(Optional.of(exactly), deal.value().map(DealValue::amount)));
    }

    private static void name(String name, ContractSession session) {
        write(DealField.NAME, name, session).ifPresent(deal -> assertEquals(Optional.of(name), deal.name()));
    }

    /** Writes one field with a value of its own, and reads the deal where the vendor shows that field. */
    private static Optional<Deal> write(DealField field, Object value, ContractSession session) {
        Operation operation = Stream.of(Operation.CREATE, Operation.UPDATE)
                .filter(session.claims()::supports)
                .filter(candidate -> session.claims().writableFields(candidate).contains(field))
                .findFirst()
                .orElse(Operation.LIST);
        Assumptions.assumeTrue(
                operation != Operation.LIST, () -> session.claims().provider() + " takes no " + field.key());
        String id = operation == Operation.CREATE ? "" : session.deal();
        String stage = session.stage();
        Set<DealField> fields = OperationContract.least(operation, session.claims());
        fields.add(field);
        ContractSession.Result<Deal> result =
                session.watch(() -> new SampleRequests(session.samples().field(field, value), () -> stage)
                        .call(session.deals(), operation, id, fields, Map.of()));
        assertTrue(
                !session.provider().sendsHttp() || result.sent().stream().anyMatch(request -> request.mentions(value)),
                "it stands in no request as it is");
        return session.samples().isReadBack(field)
                ? session.read(result.returned().id())
                : Optional.empty();
    }
}
