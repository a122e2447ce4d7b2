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

/** What all commands share: the options, the way to the account, and what results look like. */
final class Cli {
    private static final String CONFIG = "deals.config";
    /** Of values that take several lines. */
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

    /** Says how far a listing has come, where a person reads it. */
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

    /** The account that the options choose. */
    DealsConfig config() {
        return account(wholeConfig(Map.of()), "--connection", options.connection());
    }

    /** Another account of the same configuration, or what stands beside all of them, with other values of some keys. */
    DealsConfig config(Optional<String> connection, Map<String, String> changes) {
        DealsConfig whole = wholeConfig(changes);
        return connection.map(whole::connection).orElse(whole);
    }

    /** With all accounts and other values of some keys. */
    DealsConfig wholeConfig(Map<String, String> changes) {
        DealsConfig.Builder builder = DealsConfig.builder();
        Settings.unknown(options.settings()).forEach(builder::set);
        changes.forEach(builder::set);
        return builder.build();
    }

    /** As {@link #config()}, for comparing: where there is a file, by that and {@code -D} alone. */
    DealsConfig configToCompare() {
        Optional<Path> file = configFile();
        if (file.isEmpty()) {
            return config();
        }
        DealsConfig.Builder builder = DealsConfig.builder().onlyFile(file.get());
        options.settings().forEach(builder::set);
        return account(builder.build(), "--connection", options.connection());
    }

    /** What it is compared with: an account of another file, or of the same one. */
    DealsConfig configAgainst(Optional<Path> other, Optional<String> connection) {
        Path file = other.or(this::configFile)
                .orElseThrow(() -> new UsageException("--against FILE is missing, and there is no deals.properties in the current directory"));
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

    /** Calls the vendor, and prints what the work prints. */
    int read(Consumer<DealsClient> work) {
        return read(work, config());
    }

    /** The same, with somebody who hears of each call. */
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

    /** Makes a deal and prints it. */
    int create(Function<DealsClient, Deal> call) {
        return write(Operation.CREATE, Optional.empty(), call, Deal::id, this::deal);
    }

    /** Changes a deal and prints it as it is then. */
    int write(Operation operation, String id, Function<DealsClient, Deal> call) {
        return write(operation, id, call, this::deal);
    }

    /** Changes a deal and prints what came of it. */
    <T> int write(Operation operation, String id, Function<DealsClient, T> call, Consumer<T> print) {
        return write(operation, Optional.of(id), call, done -> id, print);
    }

    /** Whatever keeps the result of a write from being printed, it is told what became of the deal. */
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

    /** What a caller means by alias, name or id. Where names cannot be looked up, what is no alias is an id. */
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

    /** In columns. */
    int width() {
        return terminal.width();
    }

    /** Names and values without a head. */
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
