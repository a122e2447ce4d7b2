package dev.dealsdk.cli;

import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reopens a closed deal. */
@Command(
        name = "reopen",
        description = "Reopen a closed deal.",
        footer = "  deals reopen 880e8400-e29b-41d4-a716-446655440000 --stage qualification")
final class ReopenCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "The stage to reopen the deal in: alias, name or id.")
    private Optional<String> stage = Optional.empty();

    @Option(names = "--owner", paramLabel = "ID", description = "The id of a new owner; may be repeated.")
    private final List<String> owners = new ArrayList<>();

    @Option(names = "--note", paramLabel = "TEXT", description = "A note about the reopening.")
    private Optional<String> note = Optional.empty();

    ReopenCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.write(Operation.REOPEN, id, deals -> {
            Reopen.Builder reopen = Reopen.builder().ownerIds(owners).note(note);
            stage.ifPresent(name -> reopen.stage(cli.stage(name, deals)));
            return deals.reopen(id, reopen.build());
        });
    }
}
