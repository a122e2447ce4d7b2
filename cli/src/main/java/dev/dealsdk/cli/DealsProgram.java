package dev.dealsdk.cli;

import dev.dealsdk.cli.log.StderrLogging;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line program: its commands, and the handling of every failure. */
@Command(
        name = "deals",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  deals demo",
            "  deals --config stora.properties list --status open",
            "  deals -D deals.provider=stora -D deals.token-file=stora.token --json list",
            "  deals help create"
        })
final class DealsProgram implements Callable<Integer> {
    private static final String FAULT = "1:internal error of this command";
    private static final String DEMO_FAULT = "1:internal error of this command, or a step of the demo failed";

    private static final List<String> EXIT_CODES = List.of(
            "0:success",
            FAULT,
            "2:invalid command line or configuration",
            "3:authentication failed or permission missing",
            "4:deal not found",
            "5:rejected by the vendor or by validation",
            "6:rate limited by the vendor",
            "7:vendor unavailable or malformed response; nothing was applied",
            "8:not supported by this vendor",
            "9:the write may have been applied, or was applied without a readable result: check the deal before you repeat it",
            "130:stopped by Ctrl-C");

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private static final Set<String> READING = Set.of("check", "stages", "list", "board", "get");

    /** The commands that use no account. */
    private static final Set<String> LOCAL = Set.of("demo", "providers", "simulate", "completion", "help");

    private static final Set<Integer> LOCAL_CODES =
            Set.of(ExitCode.DONE, ExitCode.FAULT, ExitCode.USAGE_OR_CONFIGURATION, ExitCode.STOPPED);
    private static final List<String> OF_AN_ACCOUNT = List.of("--config", "--connection", "-D");

    /** What Java substitutes for bytes that are invalid in the locale's encoding. */
    private static final char UNDECODED = '\uFFFD';

    @Mixin
    private final GlobalOptions options;

    private final Cli cli;

    DealsProgram(Cli cli) {
        this.cli = cli;
        this.options = cli.options();
    }

    int run(String[] args) {
        List<String> all = Arrays.asList(args);
        int end = all.contains("--") ? all.indexOf("--") : all.size();
        // First of all, so that errors of the command line itself are printed in the selected format.
        boolean json = all.subList(0, end).contains("--json");
        options.json(json);
        StderrLogging.tell(cli.diagnostics()::warning);
        if (String.join("", all).indexOf(UNDECODED) >= 0) {
            return failed(new UsageException(
                    "an argument is not valid in the character encoding of this locale and would be sent"
                            + " garbled; set a UTF-8 locale, such as LC_ALL=C.UTF-8"));
        }
        return commandLine(needed(all)).execute(args);
    }

    /**
     * The commands that a command line can refer to: those whose names are in it. Setting up the options of a command takes
     * time, so all of them are set up only if needed.
     */
    private Set<String> needed(List<String> args) {
        if (args.size() == 1 && VERSION.contains(args.get(0))) {
            return Set.of();
        }
        Set<String> all = commands().keySet();
        Set<String> named = new LinkedHashSet<>(args);
        named.retainAll(all);
        boolean asksForHelp = args.stream().anyMatch(HELP::contains);
        return named.isEmpty() || named.contains("completion") || asksForHelp ? all : named;
    }

    /** Runs without a command. */
    @Override
    public Integer call() {
        if (options.json()) {
            throw new UsageException("a command is missing; deals --help lists all commands");
        }
        commandLine(commands().keySet()).usage(System.err);
        return ExitCode.USAGE_OR_CONFIGURATION;
    }

    private CommandLine commandLine(Set<String> names) {
        CommandLine line = new CommandLine(this);
        line.getCommandSpec()
                .usageMessage()
                .description("Read and change the deals of any supported vendor with the same commands.")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes(EXIT_CODES));
        commands().forEach((name, command) -> {
            if (names.contains(name)) {
                line.addSubcommand(command.get());
            }
        });
        line.addSubcommand(new HelpCommand());
        line.getSubcommands().forEach((name, command) -> fit(name, command.getCommandSpec()));
        return line.setOut(new PrintWriter(cli.results().stream(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(cli.terminal().helpWidth())
                .setColorScheme(Help.defaultColorScheme(cli.terminal().ansi()))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }

    /** Removes options and exit codes from a command's help that do not apply to it. */
    private static void fit(String name, CommandSpec command) {
        boolean local = LOCAL.contains(name);
        if (local || READING.contains(name)) {
            List<String> codes = EXIT_CODES.stream()
                    .filter(code -> local ? LOCAL_CODES.contains(number(code)) : number(code) != ExitCode.UNKNOWN_FATE)
                    .map(code -> name.equals("demo") && code.equals(FAULT) ? DEMO_FAULT : code)
                    .toList();
            command.usageMessage().exitCodeList(exitCodes(codes));
        }
        if (local) {
            for (String option : OF_AN_ACCOUNT) {
                OptionSpec inherited = command.findOption(option);
                command.remove(inherited);
                command.addOption(OptionSpec.builder(inherited).hidden(true).build());
            }
        }
    }

    /** The commands by name, in the order of the help. */
    private Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(cli));
        commands.put("providers", () -> new ProvidersCommand(cli));
        commands.put("check", () -> new CheckCommand(cli));
        commands.put("stages", () -> new StagesCommand(cli));
        commands.put("list", () -> new ListCommand(cli));
        commands.put("board", () -> new BoardCommand(cli));
        commands.put("get", () -> new GetCommand(cli));
        commands.put("create", () -> new CreateCommand(cli));
        commands.put("update", () -> new UpdateCommand(cli));
        commands.put("move", () -> new MoveCommand(cli));
        commands.put("win", () -> new WinCommand(cli));
        commands.put("lose", () -> new LoseCommand(cli));
        commands.put("reopen", () -> new ReopenCommand(cli));
        commands.put("delete", () -> new DeleteCommand(cli));
        commands.put("transfer", () -> TransferCommand.line(cli));
        commands.put("simulate", () -> new SimulateCommand(cli));
        commands.put("completion", () -> new CompletionCommand(cli));
        return commands;
    }

    private int execute(ParseResult parsed) {
        try {
            refuseEmpty(parsed);
            Settings.apply(options);
        } catch (UsageException unusable) {
            return failed(unusable);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** An empty value is usually an unset variable of a script; as a filter it would select all deals. */
    private static void refuseEmpty(ParseResult parsed) {
        List<String> empty = parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .flatMap(of -> Stream.<ArgSpec>concat(of.matchedOptions().stream(), of.matchedPositionals().stream()))
                .filter(argument -> argument.originalStringValues().stream().anyMatch(String::isBlank))
                .map(argument -> argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
                .distinct()
                .toList();
        if (!empty.isEmpty()) {
            throw new UsageException(String.join(", ", empty) + (empty.size() == 1 ? " is" : " are")
                    + " empty; write a value or leave it out");
        }
    }

    private int failed(Exception failure) {
        cli.progress().clear();
        return cli.diagnostics().report(failure);
    }

    private int misused(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String message = message(fault);
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return cli.diagnostics()
                .report(new UsageException(message + (message.endsWith("?") ? " See " : "; see ") + help));
    }

    private String message(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (fault instanceof MissingParameterException) {
            // An ID that looks like an option is taken as one, and then the parameter is missing.
            for (String unknown : unmatched(fault.getCommandLine())) {
                return "unknown option \"" + unknown + "\"; write -- before an ID that starts with \"-\"";
            }
        }
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("the command line is invalid");
    }

    private static List<String> unmatched(CommandLine command) {
        return command.getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .limit(1)
                .toList();
    }

    private String unmatched(UnmatchedArgumentException fault) {
        String first = fault.getUnmatched().get(0);
        boolean isCommand = !fault.getCommandLine().getSubcommands().isEmpty();
        String what =
                first.startsWith("-") ? "unknown option " : isCommand ? "unknown command " : "unexpected argument ";
        List<String> meant = isCommand && !first.startsWith("-")
                ? Nearest.to(
                        first,
                        fault.getCommandLine().getParent() == null
                                ? commands().keySet()
                                : fault.getCommandLine().getSubcommands().keySet())
                : fault.getSuggestions();
        return what + "\"" + first + "\""
                + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?");
    }

    private static Map<String, String> exitCodes(List<String> lines) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            codes.put(" ".repeat(3 - colon) + line.substring(0, colon), line.substring(colon + 1));
        }
        return codes;
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }
}
