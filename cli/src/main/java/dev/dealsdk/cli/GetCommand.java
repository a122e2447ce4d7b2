package dev.dealsdk.cli;

import dev.dealsdk.Deal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one deal. */
@Command(
        name = "get",
        description = "Show one deal.",
        footer = {
            "  deals get 880e8400-e29b-41d4-a716-446655440000",
            "  deals --json get 880e8400-e29b-41d4-a716-446655440000",
            "  deals get -- -id-that-starts-with-a-dash"
        })
final class GetCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    GetCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.read(deals -> {
            Deal deal = deals.get(id);
            cli.deal(cli.json() ? deal : new StageNames(deals).in(deal));
        });
    }
}
