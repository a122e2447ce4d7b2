package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.portability.Portability;
import dev.dealsdk.transfer.Crosswalk;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks whether a program can work with a configuration, and reports all problems in one run. */
@Command(
        name = "check",
        description = "Check a configuration: show its values and their sources, compare deals.require with what the"
                + " vendor supports, and read once from the account.",
        footer = {
            "  deals --config stora.properties check",
            "  deals -D deals.require=move,win,reopen check",
            "  deals --config play2sell.properties check --against stora.properties",
            "  deals --config play2sell.properties check --against stora.properties --suggest stora-new.properties",
            "  deals --config accounts.properties check --all",
            "  deals --config accounts.properties --connection emea check --against-connection apac"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int FEW = 3;

    private final Cli cli;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Compare with another configuration: show what its vendor would do with everything that the"
                    + " program uses, as declared in deals.require and recorded in deals.usage-file. Both files are read"
                    + " without environment variables, and -D applies to the first. Sends nothing and needs no token.")
    private @Nullable Path against;

    @Option(
            names = "--against-connection",
            paramLabel = "NAME",
            description =
                    "The connection to compare with: a name from the --against file, or from the same file without --against.")
    private @Nullable String againstConnection;

    @Option(
            names = "--suggest",
            paramLabel = "FILE",
            description =
                    "With --against or --against-connection: write a new configuration file for that vendor, with the"
                            + " lines that bridge what it lacks. Lines that need your decision are comments with the reason. No"
                            + " token is written, and no file is overwritten.")
    private @Nullable Path suggest;

    @Option(
            names = "--all",
            description = "Check all connections of the configuration in turn, and exit with the code of the first that"
                    + " fails.")
    private boolean all;

    CheckCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        boolean compares = against != null || againstConnection != null;
        if (suggest != null && !compares) {
            throw new UsageException(
                    "--suggest requires the configuration to complete; add --against FILE or --against-connection NAME");
        }
        if (suggest != null && Files.exists(suggest, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(suggest);
        }
        if (all && (compares || cli.options().connection().isPresent())) {
            throw new UsageException("--all checks every connection and cannot be combined with "
                    + (compares ? "--against or --against-connection" : "--connection"));
        }
        if (all) {
            return checkAll();
        }
        CheckReport report = new CheckReport();
        if (compares) {
            compare(report);
        } else {
            report.gather(() -> check(cli.config(), cli.options().connection(), report));
        }
        return report.print(cli);
    }

    private int checkAll() {
        DealsConfig whole = cli.wholeConfig(Map.of());
        List<Optional<String>> names = new ArrayList<>();
        if (whole.provider().isPresent() || whole.connections().isEmpty()) {
            names.add(Optional.empty());
        }
        whole.connections().stream().sorted().map(Optional::of).forEach(names::add);
        int exitCode = ExitCode.DONE;
        for (Optional<String> name : names) {
            CheckReport report = new CheckReport();
            report.connection(name.orElse("(top level)"));
            report.gather(() -> check(cli.config(name, Map.of()), name, report));
            int one = report.print(cli);
            exitCode = exitCode == ExitCode.DONE ? one : exitCode;
        }
        return exitCode;
    }

    private void compare(CheckReport report) {
        List<DealsConfig> pair = new ArrayList<>();
        report.gather(() -> pair.add(cli.configToCompare()));
        report.gather(() ->
                pair.add(cli.configAgainst(Optional.ofNullable(against), Optional.ofNullable(againstConnection))));
        if (pair.size() == 2) {
            report.config(pair.get(0).describe());
            report.gather(() -> report.portability(Portability.compare(pair.get(0), pair.get(1))));
            Path file = suggest;
            if (file != null) {
                report.gather(() -> {
                    write(file, Portability.suggest(pair.get(0), pair.get(1)));
                    report.suggested(file);
                });
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(file);
        } catch (IOException unwritable) {
            throw new UsageException("--suggest: cannot write " + file + ": " + unwritable);
        }
    }

    private static UsageException exists(Path file) {
        return new UsageException("--suggest: " + file + " exists already; write the name of a new file");
    }

    private void check(DealsConfig config, Optional<String> connection, CheckReport report) {
        report.config(config.describe());
        report.addFaults(config.missing());
        Optional<Capabilities> can = capabilities(config);
        can.ifPresent(claims -> {
            report.coverage(claims, Capabilities.keysWithoutEffect(config));
            compare(config, claims, report);
        });
        report.gather(() -> {
            try (DealsClient deals = DealsClient.connect(connectable(config, connection, can))) {
                report.read(FirstRead.of(deals));
                config.crosswalk().ifPresent(file -> requireSomeOf(file, deals));
            }
        });
    }

    /** Only its deals tell one account from another at the same vendor; a few are read, since some may have been deleted. */
    private static void requireSomeOf(Path crosswalk, DealsClient deals) {
        List<String> some =
                Crosswalk.read(crosswalk).targets().values().stream().limit(FEW).toList();
        if (!some.isEmpty()
                && deals.capabilities().supports(Operation.GET)
                && some.stream().noneMatch(id -> isThere(id, deals))) {
            throw new ConfigurationException(List.of("deals.crosswalk: the account has none of the first deals of "
                    + crosswalk + " (" + String.join(", ", some)
                    + "); use the cross-walk of a transfer to this account"));
        }
    }

    private static boolean isThere(String id, DealsClient deals) {
        try {
            return deals.get(id).id().equals(id);
        } catch (DealNotFoundException absent) {
            return false;
        }
    }

    private static void compare(DealsConfig config, Capabilities can, CheckReport report) {
        for (Operation operation : Operation.values()) {
            if (config.require().contains(operation)) {
                report.required(operation, can);
            }
        }
    }

    /** The configuration without unsupported requirements, which are reported already, so that the account can still be read. */
    private DealsConfig connectable(DealsConfig config, Optional<String> connection, Optional<Capabilities> can) {
        List<Operation> offered = can.map(claims ->
                        config.require().stream().filter(claims::supports).toList())
                .orElse(List.of());
        if (can.isEmpty() || offered.size() == config.require().size()) {
            return config;
        }
        String key =
                connection.map(name -> "deals.connections." + name + ".require").orElse("deals.require");
        List<Operation> some = offered.isEmpty() ? anyOf(can.get()) : offered;
        return some.isEmpty()
                ? config
                : cli.config(
                        connection,
                        Map.of(key, some.stream().map(Operation::key).collect(Collectors.joining(","))));
    }

    private static List<Operation> anyOf(Capabilities can) {
        return List.of(Operation.values()).stream()
                .filter(can::supports)
                .limit(1)
                .toList();
    }

    /** Empty if no provider is found; connecting reports that. */
    private static Optional<Capabilities> capabilities(DealsConfig config) {
        try {
            return Optional.of(Capabilities.of(config));
        } catch (ConfigurationException none) {
            return Optional.empty();
        }
    }
}
