package dev.dealsdk.cli;

import dev.dealsdk.DealValue;
import dev.dealsdk.Operation;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a deal as won. */
@Command(
        name = "win",
        description = "Close a deal as won.",
        footer = "  deals win 880e8400-e29b-41d4-a716-446655440000 --final-value 13500")
final class WinCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Option(
            names = "--final-value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "The final value, in major currency units such as 1234.56.")
    private Optional<BigDecimal> finalValue = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of the final value (ISO 4217), such as USD.")
    private Optional<String> currency = Optional.empty();

    @Option(names = "--reason", paramLabel = "REASON", description = "The won reason.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "A note about the win.")
    private Optional<String> note = Optional.empty();

    WinCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        if (currency.isPresent() && finalValue.isEmpty()) {
            throw new UsageException("--currency requires --final-value");
        }
        Win win = UsageException.unlessValid(() -> Win.builder()
                .finalValue(finalValue.map(amount ->
                        DealValue.builder().amount(amount).currency(currency).build()))
                .wonReason(reason)
                .note(note)
                .build());
        return cli.write(Operation.WIN, id, deals -> deals.win(id, win));
    }
}
