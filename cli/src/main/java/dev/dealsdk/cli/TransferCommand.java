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
            "Move the deals of one account to another.",
            "The account of --config and --connection is read, that of --to and --to-connection is written."
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
        throw new UsageException("a step is missing; write plan, run, verify, rollback or status behind transfer");
    }

    /** What every step takes. */
    static final class Places {
        @Option(names = "--to", paramLabel = "FILE", description = "The properties file of the target.")
        private @Nullable Path to;

        @Option(
                names = "--to-connection",
                paramLabel = "NAME",
                description = "The target as one of several accounts of --to, or of the file of the source.")
        private @Nullable String toConnection;

        @Option(
                names = "--mapping",
                paramLabel = "FILE",
                description = "What becomes of what differs. plan writes it, and keeps what is decided in it.")
        private @Nullable Path mapping;

        @Option(
                names = "--store",
                paramLabel = "FILE",
                description = "What has been done; ${DEFAULT-VALUE} by default.")
        private Path store = Path.of("transfer.store");

        Transfer transfer(Cli cli) {
            if (to == null && toConnection == null) {
                throw new UsageException("the target is missing; write --to FILE or --to-connection NAME");
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
            return mapping == null || !Files.exists(mapping) ? TransferMapping.empty() : TransferMapping.load(mapping);
        }
    }

    /** Which deals, and how. */
    static final class Choice {
        @Option(
                names = "--sample",
                paramLabel = "SHARE",
                description = "A share of the deals, such as 10%%; always the same ones.")
        private @Nullable String sample;

        @Option(
                names = "--only",
                paramLabel = "KEY=VALUE",
                description = "Only deals with status=open, stage=NAME or owner=ID; may be repeated.")
        private java.util.Map<String, String> only = new java.util.LinkedHashMap<>();

        @Option(
                names = "--limit",
                paramLabel = "N",
                converter = Converters.AtLeastOne.class,
                description = "At most so many deals.")
        private Optional<Integer> limit = Optional.empty();

        @Option(
                names = "--workers",
                paramLabel = "N",
                converter = Converters.AtLeastOne.class,
                description = "How many deals are written at once; 4 by default.")
        private Optional<Integer> workers = Optional.empty();

        @Option(
                names = "--accept-mapping",
                description =
                        "Go on with another mapping than the store was begun with; deals that are there are changed to it.")
        private boolean acceptMapping;

        @Option(
                names = "--settle",
                paramLabel = "TIME",
                description = "How long a create without a result may still be under way, such as 30s; 1m by default.")
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
                    default -> throw new UsageException("--only " + key + ": write status, stage or owner");
                }
            });
            return options;
        }

        private static DealStatus status(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "open" -> DealStatus.OPEN;
                case "won" -> DealStatus.WON;
                case "lost" -> DealStatus.LOST;
                default -> throw new UsageException("--only status=" + text + ": write open, won or lost");
            };
        }

        static double share(String option, String text) {
            try {
                return text.endsWith("%")
                        ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                        : Double.parseDouble(text);
            } catch (NumberFormatException noNumber) {
                throw new UsageException(option + " " + text + ": write a share such as 10%", noNumber);
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
                throw new UsageException(option + " " + text + ": write a time such as 500ms, 30s or 2m", noNumber);
            }
        }
    }

    @Command(
            name = "plan",
            description = {
                "Say what a run would do, and write the mapping file. Reads alone.",
                "Exits with 8 while anything is undecided."
            })
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
                "Carry deals over: what is not there yet, and what has changed since. A second run writes nothing.",
                "Ctrl-C, or a file named as the store with .pause, stops it where it is; the next run goes on."
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
                        "Delete deals at the target that are no longer at the source, if nobody changed them there.")
        private boolean deletes;

        @Option(
                names = "--stop-at",
                paramLabel = "SHARE",
                description = "Stop when more than this share fails; 20%% by default.")
        private @Nullable String stopAt;

        @Option(
                names = "--crosswalk",
                paramLabel = "FILE",
                description = "Write source id and target id as CSV, for deals.crosswalk.")
        private @Nullable Path crosswalk;

        @Option(names = "--failures", paramLabel = "FILE", description = "Write what failed, with reasons, as CSV.")
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
                "Read both accounts and compare them deal by deal. Writes nothing, unless --repair is given.",
                "Exits with 0 only if every deal is accounted for."
            })
    static final class Verify implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        @Option(names = "--report", paramLabel = "FILE", description = "Write the whole report as JSON.")
        private @Nullable Path report;

        @Option(names = "--repair", description = "Write again what is missing or different, whoever changed it.")
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
            description =
                    "Take back what the store says was made and nobody has changed since: delete it, else lose it, else list it.")
    static final class Rollback implements Callable<Integer> {
        private final Cli cli;

        @Mixin
        private final Places places = new Places();

        @Mixin
        private final Choice choice = new Choice();

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why deals are lost that cannot be deleted.")
        private @Nullable String reason;

        @Option(names = "--yes", required = true, description = "Really take them back; mandatory.")
        private boolean yes;

        Rollback(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() {
            if (!yes) {
                throw new UsageException("--yes is missing");
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

    @Command(name = "status", description = "Say how far it has come, by the store alone.")
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
            text.append(status.deals()).append(" deals, ").append(status.open()).append(" with something left to do\n");
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
        Transfer transfer = places.transfer(cli)
                .options(UsageException.unlessValid(options::build))
                .listener(new Teller(cli));
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        cli.interruption().closeAtEnd(() -> {
            if (done.getCount() > 0) {
                worker.interrupt();
                if (!done.await(60, TimeUnit.SECONDS)) {
                    cli.diagnostics().say("the deals under way have not come to their end; the next run looks them up");
                }
            }
        });
        try {
            return step.apply(transfer);
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
            throw new UncheckedIOException(file + " cannot be written: " + unwritable, unwritable);
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
                cli.progress()
                        .show(now.phase() + ": " + now.done()
                                + now.total().map(total -> " of " + total).orElse("") + " deals, "
                                + String.format(Locale.ROOT, "%.1f", now.perSecond()) + " a second"
                                + now.remaining()
                                        .map(rest -> ", " + rest.toSeconds() + " s left")
                                        .orElse("")
                                + (now.failed() > 0 ? ", " + now.failed() + " failed" : "")
                                + (now.unknown() > 0 ? ", " + now.unknown() + " unknown" : ""));
            }
        }

        @Override
        public void waiting(String side, String reason, Duration wait) {
            cli.progress().clear();
            cli.diagnostics().warning(side + ": " + reason + "; waits " + Math.max(1, wait.toSeconds()) + " s");
        }

        @Override
        public void resumed(String side) {
            cli.progress().clear();
            cli.diagnostics().warning(side + ": goes on");
        }

        @Override
        public void issue(TransferIssue issue) {
            // They are in the report.
        }
    }
}
