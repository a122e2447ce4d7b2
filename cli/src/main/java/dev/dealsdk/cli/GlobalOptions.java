package dev.dealsdk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before its name or behind it. */
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
            description = "The properties file, in place of deals.properties in this directory.")
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
            description = "One of several accounts of the file (deals.connections.NAME.*).")
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
            description = "One setting, such as deals.provider=stora, over environment and file; may be repeated.")
    void settings(Map<String, String> more) {
        if (more != null) {
            settings.putAll(more);
        }
    }

    @Option(
            names = "--json",
            order = 103,
            scope = ScopeType.INHERIT,
            description = "One JSON object a line, for programs; errors too, on standard error.")
    void json(boolean wanted) {
        json |= wanted;
    }

    @Option(
            names = {"-v", "--verbose"},
            order = 104,
            scope = ScopeType.INHERIT,
            description = "Show where a failure comes from.")
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
