package dev.dealsdk.cli;

import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Some fields of a deal. */
@Command(
        name = "update",
        description = "Change some fields of a deal; all others are left alone.",
        footer = {
            "  deals update 880e8400-e29b-41d4-a716-446655440000 --value 15000.50",
            "  deals update 880e8400-e29b-41d4-a716-446655440000 --clear expectedCloseOn"
        })
final class UpdateCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The deal's id at the vendor.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The new title.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "The new value, in major units, such as 1234.56.")
    private Optional<BigDecimal> value = Optional.empty();

    @Option(
            names = "--close-on",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "When it is expected to close now, such as 2026-05-01.")
    private Optional<LocalDate> closeOn = Optional.empty();

    @Option(
            names = "--clear",
            paramLabel = "FIELD",
            converter = Converters.Field.class,
            description = "A field that shall have no value, such as expectedCloseOn; may be repeated.")
    private final List<DealField> clear = new ArrayList<>();

    @Mixin
    private final ExtrasOption extras = new ExtrasOption();

    UpdateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        DealUpdate update = UsageException.unlessValid(() -> DealUpdate.builder()
                .name(name)
                .value(value.map(amount -> DealValue.builder().amount(amount).build()))
                .expectedCloseOn(closeOn)
                .cleared(clear)
                .extras(extras.extras())
                .build());
        return cli.write(Operation.UPDATE, id, deals -> deals.update(id, update));
    }
}
