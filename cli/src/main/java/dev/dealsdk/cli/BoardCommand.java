package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the open deals by stage. */
@Command(
        name = "board",
        description = "Show the pipeline: each stage with its open deals, their number, and their total value by"
                + " currency.",
        footer = {"  deals board", "  deals board --owner user_1 --top 3"})
final class BoardCommand implements Callable<Integer> {
    private static final int TOP = 10;

    private final Cli cli;

    @Option(names = "--owner", paramLabel = "ID", description = "Only deals of this owner.")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Only deals that contain this text; the vendor decides which fields are searched.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            converter = Converters.AtLeastOne.class,
            description = "Show at most N deals per stage; 10 by default. All deals are counted.")
    private Optional<Integer> top = Optional.empty();

    BoardCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.read(this::show);
    }

    private void show(DealsClient deals) {
        Capabilities can = deals.capabilities();
        Board board = new Board(can.supports(Operation.LIST_STAGES) ? deals.stages() : List.<Stage>of());
        int read = 0;
        cli.progress(read, Optional.empty());
        for (Page<Deal> page : deals.list(query(can)).pages()) {
            read += page.items().size();
            page.items().stream().filter(BoardCommand::isNotClosed).forEach(board::add);
            cli.progress().clear();
            int number = board.nextPage();
            page.problems().forEach(problem -> cli.diagnostics().problem(number, problem));
            cli.progress(read, page.total());
        }
        cli.progress().clear();
        if (cli.json()) {
            board.columns().forEach(column -> cli.json(out -> BoardText.write(out, column)));
        } else {
            BoardText.lines(board.columns(), cli.width(), top.orElse(TOP)).forEach(cli.results()::line);
            if (board.isEmpty()) {
                cli.diagnostics().say("no open deals found");
            }
        }
    }

    /** If the vendor cannot filter by status, all deals are read; the result is the same. */
    private DealQuery query(Capabilities can) {
        return DealQuery.builder()
                .status(can.filters().contains(DealFilter.STATUS) ? Optional.of(DealStatus.OPEN) : Optional.empty())
                .ownerId(owner)
                .text(text)
                .build();
    }

    private static boolean isNotClosed(Deal deal) {
        return deal.status() != DealStatus.WON && deal.status() != DealStatus.LOST;
    }
}
