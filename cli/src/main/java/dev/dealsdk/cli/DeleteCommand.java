package dev.dealsdk.cli;

import dev.dealsdk.Operation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** No deal any more. */
@Command(name = "delete", description = "Delete a deal for good, with what the vendor keeps beneath it.")
final class DeleteCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The deal's id at the vendor.")
    private String id = "";

    @Option(names = "--yes", description = "That this is meant. Without it nothing is deleted.")
    private boolean meant;

    DeleteCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        if (!meant) {
            throw new UsageException("delete " + id + ": a deal is deleted for good; add --yes to do it");
        }
        return cli.read(deals -> {
            String deleted = cli.interruption().during(Operation.DELETE, () -> {
                deals.delete(id);
                return id;
            });
            if (cli.json()) {
                cli.json(out -> out.value("id", deleted).value("deleted", true));
            } else {
                cli.results().line("deleted " + Cells.printable(deleted));
            }
        });
    }
}
