package dev.dealsdk.cli;

import dev.dealsdk.ConfigOption;
import dev.dealsdk.DealsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a completion script for commands, options and their values, files, keys, connections and stages. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"  source <(deals completion)"})
final class CompletionCommand implements Callable<Integer> {
    private static final String CONNECTIONS = "connections";
    private static final String STAGES = "stages";

    /** Options whose values are in the configuration, which is read at completion. */
    private static final Map<String, String> OF_THE_CONFIGURATION =
            Map.of("--connection", CONNECTIONS, "--against-connection", CONNECTIONS, "--stage", STAGES, "--to", STAGES);

    private static final String PLAIN_KEY = "[a-z.-]+";

    private static final String HELPERS = """

            # Names of connections and stages: the command reads them from the configuration that the line selects.
            function _deals_words() {
              local given=() i
              for (( i=1; i<COMP_CWORD-1; i++ )); do
                case ${COMP_WORDS[i]} in
                  --config|--connection) given+=("${COMP_WORDS[i]}" "${COMP_WORDS[i+1]}") ;;
                esac
              done
              "${COMP_WORDS[0]}" completion --words "$1" "${given[@]}" 2>/dev/null
            }
            """;

    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--words", hidden = true, paramLabel = "KIND")
    private Optional<String> words = Optional.empty();

    CompletionCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        words.map(this::words).orElseGet(this::script).forEach(cli.results()::line);
        cli.results().flush();
        return ExitCode.DONE;
    }

    private List<String> words(String kind) {
        Map<String, Supplier<List<String>>> kinds = Map.of(
                CONNECTIONS,
                        () -> cli.wholeConfig(Map.of()).connections().stream()
                                .sorted()
                                .toList(),
                STAGES, () -> cli.config().stages().keySet().stream().sorted().toList());
        return Optional.ofNullable(kinds.get(kind)).map(Supplier::get).orElse(List.of());
    }

    private List<String> script() {
        CommandLine root = Optional.ofNullable(spec).orElseThrow().root().commandLine();
        String script = AutoComplete.bash("deals", root);
        for (Map.Entry<String, String> option : OF_THE_CONFIGURATION.entrySet()) {
            script = script.replace(
                    returning(option.getKey()),
                    "    '" + option.getKey() + "')\n"
                            + "      local IFS=$'\\n'\n"
                            + "      COMPREPLY=( $( compReplyArray $( _deals_words " + option.getValue() + " ) ) )\n"
                            + "      return $?\n");
        }
        String keys = """
                    '-D')
                      type compopt &>/dev/null && compopt -o nospace
                      COMPREPLY=( $( compgen -W "${_deals_keys}" -- "${curr_word}" ) )
                      return $?
                """;
        script = script.replace(returning("-D"), keys);
        int entry = script.indexOf("\n# Bash completion entry point function.");
        return (script.substring(0, entry) + "\n_deals_keys='" + keys() + "'\n" + HELPERS + script.substring(entry))
                .lines()
                .toList();
    }

    /** All keys, without the name that ends some of them. */
    private static String keys() {
        return DealsConfig.options().stream()
                .map(ConfigOption::key)
                .map(key -> key.matches(PLAIN_KEY) ? key + "=" : key.replaceFirst("[A-Z].*", ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What picocli generates for an option without known values. */
    private static String returning(String option) {
        return "    '" + option + "')\n      return\n";
    }
}
