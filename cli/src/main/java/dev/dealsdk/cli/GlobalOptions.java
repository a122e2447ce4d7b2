package dev.dealsdk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, before or after its name. */
final class GlobalOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<Path> config = Optional.empty();
    private Optional<String> connection = Optional.empty();
    private boolean json;
    private boolean verbose;

    @Option(
            names = "--config",
            order = 100,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration file; deals.properties in the current directory by default.")
    void config(Path file) {
        if (file != null) {
            config = Optional.of(file);
        }
    }

    @Option(
            names = "--connection",
            order = 101,
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The account to use if the configuration has several (deals.connections.NAME.*).")
    void connection(String name) {
        if (name != null) {
            connection = Optional.of(name);
        }
    }

    @Option(
            names = "-D",
            order = 102,
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description =
                    "Set one configuration key, such as deals.provider=stora. Overrides the environment and the file; may be"
                            + " repeated.")
    void settings(Map<String, String> more) {
        if (more != null) {
            settings.putAll(more);
        }
    }

    @Option(
            names = "--json",
            order = 103,
            scope = ScopeType.INHERIT,
            description = "Print one JSON object per line, for scripts; errors are JSON objects on standard error.")
    void json(boolean wanted) {
        json |= wanted;
    }

    @Option(
            names = {"-v", "--verbose"},
            order = 104,
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error.")
    void verbose(boolean wanted) {
        verbose |= wanted;
    }

    Optional<Path> config() {
        return config;
    }

    Optional<String> connection() {
        return connection;
    }

    Map<String, String> settings() {
        return settings;
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }
}
