package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.Operation;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a deal as lost. */
@Command(
        name = "lose",
        description = "Close a deal as lost.",
        footer = "  deals lose 880e8400-e29b-41d4-a716-446655440000 --reason 'too expensive'")
final class LoseCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description =
                    "The lost reason; where the vendor has a list of reasons, one of these. Required unless the vendor stores"
                            + " no reason.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "A note about the loss.")
    private Optional<String> note = Optional.empty();

    LoseCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.write(Operation.LOSE, id, this::lose);
    }

    private Deal lose(DealsClient deals) {
        Capabilities can = deals.capabilities();
        // If closing is a move to a stage, the vendor cannot store a reason.
        if (reason.isEmpty() && can.writableFields(Operation.LOSE).contains(DealField.LOST_REASON)) {
            throw new UsageException("--reason is missing; " + can.provider() + " stores why a deal was lost");
        }
        return deals.lose(id, Loss.builder().reason(reason).note(note).build());
    }
}
