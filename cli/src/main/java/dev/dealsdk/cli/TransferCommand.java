package dev.dealsdk.cli;

import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.transfer.RollbackReport;
import dev.dealsdk.transfer.RunReport;
import dev.dealsdk.transfer.Transfer;
import dev.dealsdk.transfer.TransferException;
import dev.dealsdk.transfer.TransferIssue;
import dev.dealsdk.transfer.TransferListener;
import dev.dealsdk.transfer.TransferMapping;
import dev.dealsdk.transfer.TransferOptions;
import dev.dealsdk.transfer.TransferPlan;
import dev.dealsdk.transfer.VerifyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves the deals of one account to another. */
@Command(
        name = "transfer",
        description = {
            "Transfer the deals of one account to another.",
            "--config and --connection select the source account, which is only read. --to and --to-connection select the"
                    + " target account, which is written."
        },
        footer = {
            "  deals --config old.properties transfer plan --to new.properties --mapping mapping.properties",
            "  deals --config old.properties transfer run --to new.properties --mapping mapping.properties --store move.store",
            "  deals --config old.properties transfer verify --to new.properties --mapping mapping.properties --store move.store"
        })
final class TransferCommand implements Callable<Integer> {
    private TransferCommand() {}

    /** With its own subcommands. */
    static CommandLine line(Cli cli) {
        CommandLine line = new CommandLine(new TransferCommand());
        line.addSubcommand(new Plan(cli));
        line.addSubcommand(new Run(cli));
        line.addSubcommand(new Verify(cli));
        line.addSubcommand(new Rollback(cli));
        line.addSubcommand(new Status(cli));
        return line;
    }

    /** Without a subcommand. */
    @Override
    public Integer call() {
        throw new UsageException("a step is missing; add plan, run, verify, rollback or status after transfer");
    }

    /** What every step takes. */
    static final class Places {
        @Option(names = "--to", paramLabel = "FILE", description = "The configuration file of the target account.")
        private @Nullable Path to;

        @Option(
                names = "--to-connection",
                paramLabel = "NAME",
                description =
                        "The connection of the target account: a name from the --to file, or from the source configuration without --to.")
        private @Nullable String toConnection;

        @Option(
                names = "--mapping",
                paramLabel = "FILE",
                description =
                        "The mapping file, which says how stages, owners, fields and closed deals are transferred. plan creates"
                                + " it and keeps your decisions when it updates it.")
        private @Nullable Path mapping;

        /** Whether the step writes the mapping file, so that it need not exist before. */
        private boolean createsMapping;

        @Option(
                names = "--store",
                paramLabel = "FILE",
                description =
                        "The file that records the progress of this transfer, so that a run can resume; ${DEFAULT-VALUE} by default.")
        private Path store = Path.of("transfer.store");

        Transfer transfer(Cli cli) {
            if (to == null && toConnection == null) {
                throw new UsageException("the target account is missing; add --to FILE or --to-connection NAME");
            }
            DealsConfig target = to == null
                    ? cli.wholeConfig(java.util.Map.of())
                    : DealsConfig.builder().onlyFile(to).build();
            if (toConnection != null) {
                target = target.connection(toConnection);
            }
            return Transfer.from(cli.config()).to(target).mapping(mapping()).store(store);
        }

        private TransferMapping mapping() {
            if (mapping == null) {
                return TransferMapping.empty();
            }
            if (Files.exists(mapping)) {
                return TransferMapping.load(mapping);
            }
            if (createsMapping) {
                return TransferMapping.empty();
            }
            throw new UsageException("there is no mapping file " + mapping
                    + "; correct --mapping, or create the file with deals transfer plan");
        }
    }

    /** Which deals, and how. */
    static final class Choice {
        @Option(
                names = "--sample",
                paramLabel = "SHARE",
                description = "Process only this share of the deals, such as 10%%. Every run selects the same deals.")
        private @Nullable String sample;

        @Option(
                names = "--only",
                paramLabel = "KEY=VALUE",
                description =
                        "Process only deals with status=open (or won, lost), stage=NAME or owner=ID; may be repeated.")
        private java.util.Map<String, String> only = new java.util.LinkedHashMap<>();

        @Option(
                names = "--limit",
                paramLabel = "N",
                converter = Converters.AtLeastOne.class,
                description = "Process at most N deals.")
        private Optional<Integer> limit = Optional.empty();

        @Option(
                names = "--workers",
                paramLabel = "N",
                converter = Converters.AtLeastOne.class,
                description = "The number of deals that are written in parallel, 1 to 64; 4 by default.")
        private Optional<Integer> workers = Optional.empty();

        @Option(
                names = "--accept-mapping",
                description =
                        "Accept a mapping that differs from the one the store was created with. Deals that were transferred"
                                + " already are updated to the new mapping.")
        private boolean acceptMapping;

        @Option(
                names = "--settle",
                paramLabel = "TIME",
                description =
                        "How long a write without a result may still be in progress at the vendor, such as 500ms, 30s or 2m; 1m by"
                                + " default. It is not sent again before that.")
        private @Nullable String settle;

        TransferOptions.Builder options() {
            TransferOptions.Builder options = TransferOptions.builder().acceptMapping(acceptMapping);
            limit.ifPresent(options::limit);
            workers.ifPresent(options::workers);
            if (sample != null) {
                options.sample(share("--sample", sample));
            }
            if (settle != null) {
                options.settle(duration("--settle", settle));
            }
            only.forEach((key, value) -> {
                switch (key) {
                    case "status" -> options.status(status(value));
                    case "stage" -> options.stage(value);
                    case "owner" -> options.owner(value);
                    default ->
                        throw new UsageException("--only " + key + ": unknown filter; use status, stage or owner");
                }
            });
            return options;
        }

        private static DealStatus status(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "open" -> DealStatus.OPEN;
                case "won" -> DealStatus.WON;
                case "lost" -> DealStatus.LOST;
                default ->
                    throw new UsageException("--only status=" + text + ": unknown status; use open, won or lost");
            };
        }

        static double share(String option, String text) {
            try {
                double share = text.endsWith("%")
                        ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                        : Double.parseDouble(text);
                if (!(share >= 0 && share <= 1)) {
                    throw new UsageException(option + " " + text + ": must be between 0% and 100%");
                }
                return share;
            } catch (NumberFormatException noNumber) {
                throw new UsageException(
                        option + " " + text + ": not a share; write a percentage such as 10%", noNumber);
            }
        }

        private static Duration duration(String option, String text) {
            try {
                return text.endsWith("ms")
                        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                        : text.endsWith("m")
                                ? Duration.ofMinutes(Long.parseLong(text.substring(0, text.length() - 1)))
                                : Duration.ofSeconds(Long.parseLong(text.replaceAll("s$", "")));
            } catch (NumberFormatException noNumber) {
                throw new UsageException(
                        option + " " + text + ": not a duration; write one such as 500ms, 30s or 2m", noNumber);
            }
        }
    }

    @Command(
            name = "plan",
            description = {
                "Show what a run would do, and write the mapping file. Changes no deal in either account.",
                "Exits with 8 while the mapping has open decisions."
            },
            footer = "  deals --config old.properties transfer plan --to new.properties --mapping mapping.properties")
    static final class Plan implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        Plan(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            places.createsMapping = true;
            TransferPlan plan = work(cli, places, choice.options(), Transfer::plan);
            print(cli, plan.json(), plan.render());
            if (places.mapping != null) {
                plan.writeMapping(places.mapping);
            }
            return plan.isDecided() ? ExitCode.DONE : ExitCode.UNSUPPORTED;
        }
    }

    @Command(
            name = "run",
            description = {
                "Create the deals at the target, and update those that changed at the source since the last run. If nothing"
                        + " changed, a run writes nothing.",
                "Ctrl-C stops the run after the deals in progress; the same command resumes it. To pause a run, create a"
                        + " file named like the store with .pause appended; the run continues when the file is removed."
            },
            footer = {
                "  deals --config old.properties transfer run --to new.properties --mapping mapping.properties --store move.store --limit 1",
                "  deals --config old.properties transfer run --to new.properties --mapping mapping.properties --store move.store --crosswalk crosswalk.csv"
            })
    static final class Run implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        @Option(
                names = "--deletes",
                description =
                        "Delete deals at the target that were deleted at the source, unless they were changed at the target.")
        private boolean deletes;

        @Option(
                names = "--stop-at",
                paramLabel = "SHARE",
                description =
                        "Stop the run when more than this share of the deals fails, checked from 20 deals on; 20%% by default.")
        private @Nullable String stopAt;

        @Option(
                names = "--crosswalk",
                paramLabel = "FILE",
                description = "Write the source and target id of each deal as CSV, for deals.crosswalk.")
        private @Nullable Path crosswalk;

        @Option(
                names = "--failures",
                paramLabel = "FILE",
                description = "Write the failed deals with their reasons as CSV.")
        private @Nullable Path failures;

        Run(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            TransferOptions.Builder options = choice.options().deletes(deletes);
            if (stopAt != null) {
                options.failureShare(Choice.share("--stop-at", stopAt));
            }
            RunReport report = work(cli, places, options, transfer -> {
                RunReport done = transfer.run();
                if (crosswalk != null) {
                    transfer.crosswalk().write(crosswalk);
                }
                if (failures != null) {
                    write(failures, transfer.failures());
                }
                return done;
            });
            print(cli, report.json(), report.render());
            return exitCode(report);
        }
    }

    @Command(
            name = "verify",
            description = {
                "Read both accounts and compare them deal by deal. Writes no deal unless --repair is given.",
                "Exits with 0 only if every deal is at the target as expected, or was skipped as the mapping says."
            },
            footer = {
                "  deals --config old.properties transfer verify --to new.properties --mapping mapping.properties --store move.store --report report.json",
                "  deals --config old.properties transfer verify --to new.properties --mapping mapping.properties --store move.store --repair"
            })
    static final class Verify implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        @Option(names = "--report", paramLabel = "FILE", description = "Write the complete report as JSON.")
        private @Nullable Path report;

        @Option(
                names = "--repair",
                description =
                        "Create missing deals again, and overwrite deals that differ with the source's values, even if somebody"
                                + " changed them at the target.")
        private boolean repair;

        Verify(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            VerifyReport found = work(cli, places, choice.options(), Transfer::verify);
            if (report != null) {
                write(report, found.json());
            }
            print(cli, found.json(), found.render());
            if (repair && !found.failedSourceIds().isEmpty()) {
                RunReport repaired = work(cli, places, choice.options(), transfer -> transfer.repair(found));
                print(cli, repaired.json(), repaired.render());
                return exitCode(repaired);
            }
            return found.isClean() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    @Command(
            name = "rollback",
            description = {
                "Undo the transfer: delete the deals that it created.",
                "If the target cannot delete deals, open ones are closed as lost. Deals that were changed since, or that can"
                        + " be neither deleted nor closed, are left alone and listed."
            },
            footer =
                    "  deals --config old.properties transfer rollback --to new.properties --mapping mapping.properties --store move.store --yes")
    static final class Rollback implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "The lost reason for deals that cannot be deleted.")
        private @Nullable String reason;

        @Option(names = "--yes", required = true, description = "Confirm the rollback; required.")
        private boolean yes;

        Rollback(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            if (!yes) {
                throw new UsageException("rollback changes deals at the target; add --yes to confirm");
            }
            TransferOptions.Builder options = choice.options();
            if (reason != null) {
                options.rollbackReason(reason);
            }
            RollbackReport report = work(cli, places, options, Transfer::rollback);
            print(cli, report.json(), report.render());
            return report.isComplete() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    @Command(
            name = "status",
            description = "Show the progress that the store has recorded. Connects to neither account.",
            footer = "  deals --config old.properties transfer status --to new.properties --store move.store")
    static final class Status implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        Status(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            var status = work(cli, places, TransferOptions.builder(), Transfer::status);
            StringBuilder text = new StringBuilder();
            text.append(status.source()).append(" -> ").append(status.target()).append('\n');
            text.append("deals in the store: ")
                    .append(status.deals())
                    .append(", unfinished: ")
                    .append(status.open())
                    .append('\n');
            status.states().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(state -> text.append("  ")
                            .append(state.getKey()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '))
                            .append(' ')
                            .append(state.getValue())
                            .append('\n'));
            print(cli, status.json(), text.toString());
            return ExitCode.DONE;
        }
    }

    private static int exitCode(RunReport report) {
        if (report.unknown() > 0) {
            return ExitCode.UNKNOWN_FATE;
        }
        if (report.undecided() > 0) {
            return ExitCode.UNSUPPORTED;
        }
        return report.isComplete() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** Does a step; Ctrl-C lets the deals under way come to their end. */
    private static <T> T work(Cli cli, Places places, TransferOptions.Builder options, Function<Transfer, T> step) {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        cli.interruption().closeAtEnd(() -> {
            if (done.getCount() > 0) {
                worker.interrupt();
                if (!done.await(60, TimeUnit.SECONDS)) {
                    cli.diagnostics()
                            .say("some deals in progress did not finish within 60 s; the next run checks them first");
                }
            }
        });
        try {
            return step.apply(places.transfer(cli)
                    .options(UsageException.unlessValid(options::build))
                    .listener(new Teller(cli)));
        } catch (TransferException refused) {
            throw new StoppedTransferException(refused);
        } finally {
            done.countDown();
            cli.progress().clear();
        }
    }

    private static void print(Cli cli, String json, String text) {
        if (cli.json()) {
            cli.results().line(json);
        } else {
            HarmlessText.lines(text).lines().forEach(cli.results()::line);
        }
        cli.results().flush();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + unwritable, unwritable);
        }
    }

    /** A transfer that cannot begin or go on. */
    static final class StoppedTransferException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        StoppedTransferException(TransferException cause) {
            super(cause.getMessage(), cause);
            exitCode = switch (cause.kind()) {
                case UNDECIDED, UNSUPPORTED -> ExitCode.UNSUPPORTED;
                case INVALID_MAPPING, STORE_IN_USE, STORE_UNUSABLE -> ExitCode.USAGE_OR_CONFIGURATION;
            };
        }

        int exitCode() {
            return exitCode;
        }
    }

    /** Tells people how it goes on. */
    private static final class Teller implements TransferListener {
        private final Cli cli;

        Teller(Cli cli) {
            this.cli = cli;
        }

        @Override
        public void progress(Progress now) {
            if (!cli.json()) {
                cli.progress().show(now.render());
            }
        }

        @Override
        public void waiting(String side, String reason, Duration wait) {
            cli.progress().clear();
            boolean isRetry = !side.equals("run");
            cli.diagnostics()
                    .warning(side + ": " + reason
                            + (isRetry ? "; retrying in " + Math.max(1, wait.toSeconds()) + " s" : ""));
        }

        @Override
        public void resumed(String side) {
            cli.progress().clear();
            cli.diagnostics().warning(side + ": resumed");
        }

        @Override
        public void issue(TransferIssue issue) {
            // They are in the report.
        }
    }
}
