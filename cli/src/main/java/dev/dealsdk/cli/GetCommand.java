package dev.dealsdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One deal. */
@Command(name = "get", description = "Show one deal.")
final class GetCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The deal's id at the vendor.")
    private String id = "";

    GetCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.read(deals -> cli.deal(deals.get(id)));
    }
}
