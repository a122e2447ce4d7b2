package dev.dealsdk.cli;

import dev.dealsdk.Move;
import dev.dealsdk.Operation;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a deal to another stage. */
@Command(
        name = "move",
        description = "Move a deal to another stage.",
        footer = "  deals move 880e8400-e29b-41d4-a716-446655440000 --to negotiation")
final class MoveCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Option(names = "--to", required = true, paramLabel = "STAGE", description = "The new stage: alias, name or id.")
    private String stage = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "A note about the move.")
    private Optional<String> note = Optional.empty();

    MoveCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.write(
                Operation.MOVE,
                id,
                deals -> deals.move(
                        id,
                        Move.builder().stage(cli.stage(stage, deals)).note(note).build()));
    }
}
