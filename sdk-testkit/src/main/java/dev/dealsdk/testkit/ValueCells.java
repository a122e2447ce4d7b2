package dev.dealsdk.testkit;

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
final class ValueCells implements Cell.Group {
    private static final List<String> AMOUNTS =
            List.of("0", "0.1", "1234.56", "75000.00", "12.5", "9007199254740993", "0.30000000000000004");
    private static final Map<String, String> NAMES = Map.of(
            "letters of many scripts",
                    "M\u00fcller & S\u00f6hne \u2013 \u65e5\u672c \u05e9\u05dc\u05d5\u05dd \ud83d\ude80",
            "what JSON must escape", "\"quoted\" \\ back / slash \t tab",
            "what looks like markup", "</script> %41 &amp; ${name} {id}");

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Stream.concat(
                AMOUNTS.stream()
                        .map(amount -> new Cell(
                                "the amount " + amount + " stays exact",
                                trial -> amount(new BigDecimal(amount), trial))),
                NAMES.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(name -> new Cell(
                                "a name with " + name.getKey() + " stays itself",
                                trial -> name(name.getValue(), trial))));
    }

    private static void amount(BigDecimal amount, Trial trial) {
        Optional<Deal> read = write(DealField.VALUE, amount, trial);
        BigDecimal exactly = DealValue.of(amount.toPlainString()).amount();
        read.ifPresent(deal -> assertEquals(Optional.of(exactly), deal.value().map(DealValue::amount)));
    }

    private static void name(String name, Trial trial) {
        write(DealField.NAME, name, trial).ifPresent(deal -> assertEquals(Optional.of(name), deal.name()));
    }

    /** Writes one field with a value of its own, and reads the deal where the vendor shows that field. */
    private static Optional<Deal> write(DealField field, Object value, Trial trial) {
        Operation operation = Stream.of(Operation.CREATE, Operation.UPDATE)
                .filter(trial.claims()::supports)
                .filter(candidate -> trial.claims().writableFields(candidate).contains(field))
                .findFirst()
                .orElse(Operation.LIST);
        Assumptions.assumeTrue(
                operation != Operation.LIST, () -> trial.claims().provider() + " takes no " + field.key());
        String id = operation == Operation.CREATE ? "" : trial.deal();
        String stage = trial.stage();
        Set<DealField> fields = OperationCells.least(operation, trial.claims());
        fields.add(field);
        Trial.Result<Deal> result =
                trial.watch(() -> new SampleRequests(trial.samples().field(field, value), () -> stage)
                        .call(trial.deals(), operation, id, fields, Map.of()));
        assertTrue(
                !trial.provider().sendsHttp() || result.sent().stream().anyMatch(request -> request.mentions(value)),
                "it stands in no request as it is");
        return trial.samples().isReadBack(field) ? trial.read(result.returned().id()) : Optional.empty();
    }
}
