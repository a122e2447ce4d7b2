package dev.dealsdk.cli;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Page;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists deals and prints each page as it arrives. */
@Command(
        name = "list",
        description =
                "List deals. A filter or sort order that the vendor does not support is refused, unless deals.local-query"
                        + " lets the SDK apply it.",
        footer = {"  deals list --status open --limit 20", "  deals --json list --stage negotiation"})
final class ListCommand implements Callable<Integer> {
    private final Cli cli;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = Converters.Status.class,
            completionCandidates = Converters.StatusNames.class,
            description = "Only deals with this status: open, won or lost.")
    private Optional<DealStatus> status = Optional.empty();

    @Option(names = "--stage", paramLabel = "STAGE", description = "Only deals in this stage: alias, name or id.")
    private Optional<String> stage = Optional.empty();

    @Option(names = "--owner", paramLabel = "ID", description = "Only deals of this owner.")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Only deals that contain this text; the vendor decides which fields are searched.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--team", paramLabel = "ID", description = "Only deals of this team.")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--min-value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "The minimum value, in major currency units such as 1234.56.")
    private Optional<BigDecimal> minValue = Optional.empty();

    @Option(
            names = "--max-value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "The maximum value, in major currency units such as 1234.56.")
    private Optional<BigDecimal> maxValue = Optional.empty();

    @Option(
            names = "--close-after",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "Only deals expected to close on or after this day, such as 2026-05-01.")
    private Optional<LocalDate> closeAfter = Optional.empty();

    @Option(
            names = "--close-before",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "Only deals expected to close on or before this day.")
    private Optional<LocalDate> closeBefore = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = Converters.Sort.class,
            completionCandidates = Converters.SortNames.class,
            description = "The sort order: ${COMPLETION-CANDIDATES}.")
    private Optional<DealSort> sort = Optional.empty();

    @Mixin
    private final ExtrasOption extras = new ExtrasOption();

    @Option(
            names = "--page-size",
            paramLabel = "N",
            converter = Converters.AtLeastOne.class,
            description = "The number of deals per request; the maximum of the vendor by default.")
    private Optional<Integer> pageSize = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.AtLeastOne.class,
            description = "Stop after N deals.")
    private Optional<Integer> limit = Optional.empty();

    ListCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        Filtered filtered = new Filtered();
        return cli.read(
                deals -> {
                    list(deals);
                    filtered.tell(cli.diagnostics());
                },
                filtered);
    }

    /** Counts the deals that the SDK filters itself. */
    private static final class Filtered implements CallListener, CallObserver {
        // Pages may be prefetched on another thread.
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger given = new AtomicInteger();

        @Override
        public CallObserver callStarted(CallStart call) {
            return this;
        }

        @Override
        public void filtered(int moreRead, int moreGiven) {
            read.addAndGet(moreRead);
            given.addAndGet(moreGiven);
        }

        void tell(Diagnostics diagnostics) {
            if (read.get() > 0) {
                diagnostics.say("deals.local-query: the SDK read " + read + " deals, of which " + given + " match");
            }
        }
    }

    private void list(DealsClient deals) {
        Table table = new Table(DealText.COLUMNS, cli.terminal());
        StageNames names = new StageNames(deals);
        int most = limit.orElse(Integer.MAX_VALUE);
        int listed = 0;
        int pages = 0;
        cli.progress(listed, Optional.empty());
        for (Page<Deal> page : deals.list(query(deals)).pages()) {
            pages++;
            List<Deal> rest = page.items().stream().limit(most - listed).toList();
            listed += rest.size();
            print(page, pages, rest, table, names);
            if (listed >= most) {
                break;
            }
            cli.progress(listed, page.total());
        }
        cli.progress().clear();
        if (listed == 0 && !cli.json()) {
            cli.diagnostics().say("no deals found");
        }
    }

    private void print(Page<Deal> page, int number, List<Deal> deals, Table table, StageNames names) {
        cli.progress().clear();
        page.problems().forEach(problem -> cli.diagnostics().problem(number, problem));
        if (cli.json()) {
            deals.forEach(cli::deal);
        } else if (!deals.isEmpty()) {
            table.lines(names.in(deals).stream().map(DealText::row).toList()).forEach(cli.results()::line);
        }
        // At once, also into a pipe, so that a failure of the next page does not lose what was read.
        cli.results().flush();
    }

    private DealQuery query(DealsClient deals) {
        DealQuery.Builder query = DealQuery.builder()
                .status(status)
                .ownerId(owner)
                .teamId(team)
                .minValue(minValue)
                .maxValue(maxValue)
                .expectedCloseAfter(closeAfter)
                .expectedCloseBefore(closeBefore)
                .text(text)
                .sort(sort)
                .extras(extras.extras());
        stage.ifPresent(name -> query.stage(cli.stage(name, deals)));
        // No more than needed, if the vendor's maximum page size is known.
        pageSize.or(() -> deals.capabilities().maxPageSize().flatMap(largest -> limit.filter(most -> most < largest)))
                .ifPresent(query::pageSize);
        return UsageException.unlessValid(query::build);
    }
}
