package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorCall;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.json.NeutralJson;
import dev.dealsdk.spi.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all commands share: the options, the connection to the account, and the output of results. */
final class Cli {
    private static final String CONFIG = "deals.config";
    /** For values that take several lines. */
    private static final int DEEPEST_INDENT = 30;

    private final GlobalOptions options = new GlobalOptions();
    private final Diagnostics diagnostics;
    private final Terminal terminal;
    private final Results results;
    private final Progress progress;
    private final Interruption interruption;

    Cli(Terminal terminal, Results results) {
        this.terminal = terminal;
        this.results = results;
        this.diagnostics = new Diagnostics(options, terminal);
        this.progress = new Progress(terminal.errIsTerminal());
        this.interruption = new Interruption(diagnostics, progress);
    }

    GlobalOptions options() {
        return options;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Terminal terminal() {
        return terminal;
    }

    Results results() {
        return results;
    }

    Progress progress() {
        return progress;
    }

    /** Shows the progress of a listing in a terminal. */
    void progress(int listed, Optional<Long> total) {
        if (!json()) {
            progress.show(
                    "reading deals: " + listed + total.map(all -> " of " + all).orElse(""));
        }
    }

    Interruption interruption() {
        return interruption;
    }

    boolean json() {
        return options.json();
    }

    /** The account that the options select. */
    DealsConfig config() {
        return account(wholeConfig(Map.of()), "--connection", options.connection());
    }

    /** A connection of the configuration, or its top level, with some keys changed. */
    DealsConfig config(Optional<String> connection, Map<String, String> changes) {
        DealsConfig whole = wholeConfig(changes);
        return connection.map(whole::connection).orElse(whole);
    }

    /** The configuration with all its connections and with some keys changed. */
    DealsConfig wholeConfig(Map<String, String> changes) {
        DealsConfig.Builder builder = DealsConfig.builder();
        Settings.unknown(options.settings()).forEach(builder::set);
        changes.forEach(builder::set);
        return builder.build();
    }

    /** Like {@link #config()}, for comparisons: if there is a file, from that and {@code -D} only. */
    DealsConfig configToCompare() {
        Optional<Path> file = configFile();
        if (file.isEmpty()) {
            return config();
        }
        DealsConfig.Builder builder = DealsConfig.builder().onlyFile(file.get());
        options.settings().forEach(builder::set);
        return account(builder.build(), "--connection", options.connection());
    }

    /** The configuration to compare with: an account of another file or of the same one. */
    DealsConfig configAgainst(Optional<Path> other, Optional<String> connection) {
        Path file = other.or(this::configFile)
                .orElseThrow(() -> new UsageException(
                        "--against FILE is missing, and there is no deals.properties in the current directory"));
        return account(DealsConfig.builder().onlyFile(file).build(), "--against-connection", connection);
    }

    private Optional<Path> configFile() {
        return options.config()
                .or(() -> Optional.ofNullable(options.settings().get(CONFIG))
                        .or(() -> Optional.ofNullable(System.getenv("DEALS_CONFIG"))
                                .filter(file -> !file.isEmpty()))
                        .map(Path::of))
                .or(() -> Optional.of(Path.of("deals.properties")).filter(Files::exists));
    }

    private static DealsConfig account(DealsConfig config, String option, Optional<String> connection) {
        if (connection.isEmpty()
                && config.provider().isEmpty()
                && !config.connections().isEmpty()) {
            throw new UsageException(option + " NAME is missing; the connections are "
                    + config.connections().stream().sorted().collect(Collectors.joining(", ")));
        }
        return connection.map(config::connection).orElse(config);
    }

    /** Runs work that reads from the account. */
    int read(Consumer<DealsClient> work) {
        return read(work, config());
    }

    /** Like {@link #read(Consumer)}, with a listener for the calls. */
    int read(Consumer<DealsClient> work, CallListener listener) {
        return read(work, config().toBuilder().addListener(listener).build());
    }

    private int read(Consumer<DealsClient> work, DealsConfig config) {
        try (DealsClient deals = DealsClient.connect(config)) {
            work.accept(deals);
        }
        results.flush();
        return ExitCode.DONE;
    }

    /** Creates a deal and prints it. */
    int create(Function<DealsClient, Deal> call) {
        return write(Operation.CREATE, Optional.empty(), call, Deal::id, this::deal);
    }

    /** Changes a deal and prints its new state. */
    int write(Operation operation, String id, Function<DealsClient, Deal> call) {
        return write(operation, id, call, this::deal);
    }

    /** Changes a deal and prints the result. */
    <T> int write(Operation operation, String id, Function<DealsClient, T> call, Consumer<T> print) {
        return write(operation, Optional.of(id), call, done -> id, print);
    }

    /** Sends a write. If its result cannot be printed, the error says what is known of the deal. */
    private <T> int write(
            Operation operation,
            Optional<String> id,
            Function<DealsClient, T> call,
            Function<T, String> idOf,
            Consumer<T> print) {
        try (DealsClient deals = DealsClient.connect(config())) {
            VendorCall.Builder known = VendorCall.builder()
                    .provider(deals.capabilities().provider())
                    .operation(operation)
                    .dealId(id)
                    .outcome(Outcome.UNKNOWN);
            interruption.write(known.build());
            T done = call.apply(deals);
            VendorCall applied =
                    known.dealId(idOf.apply(done)).outcome(Outcome.APPLIED).build();
            interruption.write(applied);
            try {
                print.accept(done);
                results.flush();
            } catch (RuntimeException unprintable) {
                throw UntoldWriteException.notPrinted(applied, unprintable);
            }
        } finally {
            interruption.told();
        }
        return ExitCode.DONE;
    }

    /** A stage by alias, name or id. If the vendor cannot list stages, a text that is not an alias is taken as an id. */
    StageRef stage(String text, DealsClient deals) {
        if (text.isBlank()) {
            throw new UsageException("the stage is blank");
        }
        Capabilities can = deals.capabilities();
        boolean known = can.supports(Operation.LIST_STAGES) || config().stages().containsKey(text);
        return known ? StageRef.named(text) : StageRef.id(text);
    }

    void deal(Deal deal) {
        if (json()) {
            results.json(out -> out.values(NeutralJson.write(deal)));
        } else {
            details(DealText.details(deal));
        }
    }

    void json(Consumer<JsonWriter> fields) {
        results.json(fields);
    }

    void table(List<Table.Column> columns, List<List<String>> rows) {
        new Table(columns, terminal).lines(rows).forEach(results::line);
    }

    /** The width of the output in columns. */
    int width() {
        return terminal.width();
    }

    /** Prints names and values without a header. */
    void details(List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> Cells.width(row.get(0))).max().orElse(0);
        for (List<String> row : rows) {
            String name = Cells.padded(HarmlessText.line(row.get(0)), width, false) + Table.GAP;
            String indent = " ".repeat(Math.min(name.length(), DEEPEST_INDENT));
            Cells.wrapped(name + HarmlessText.line(row.get(1)), terminal.width(), indent)
                    .forEach(results::line);
        }
    }
}
