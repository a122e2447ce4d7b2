package dev.dealsdk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The terminal, pipes and environment of the command.
 *
 * @param environment variables by name
 * @param inIsTerminal whether standard input is a terminal
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is a terminal
 */
record Terminal(Map<String, String> environment, boolean inIsTerminal, boolean outIsTerminal, boolean errIsTerminal) {
    /** The width of output to a file or pipe. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int NARROWEST = 20;
    private static final int PLAIN = 80;
    /** The maximum width of help pages, for readability. */
    private static final int WIDEST_HELP = 120;

    static Terminal ofThisProcess() {
        return new Terminal(System.getenv(), isTerminal(0), isTerminal(1), isTerminal(2));
    }

    /** The width of results: {@code COLUMNS}, or else the width of the terminal. */
    int width() {
        return width(outIsTerminal);
    }

    /** The width of messages. */
    int messageWidth() {
        return width(errIsTerminal);
    }

    /** The width of a help page, which is wrapped also in a file. */
    int helpWidth() {
        int columns = width();
        return columns == UNLIMITED ? PLAIN : Math.min(columns, WIDEST_HELP);
    }

    private int width(boolean isTerminal) {
        Optional<Integer> said = Optional.ofNullable(environment.get("COLUMNS"))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(columns -> columns >= NARROWEST);
        if (said.isPresent()) {
            return said.get();
        }
        // Starts a process to ask the operating system, so only when needed.
        return isTerminal ? CommandSpec.create().usageMessage().autoWidth(true).width() : UNLIMITED;
    }

    /** Colours are used in a terminal unless {@code NO_COLOR} or {@code TERM=dumb} turns them off. */
    Ansi ansi() {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
        return outIsTerminal && wanted ? Ansi.ON : Ansi.OFF;
    }

    /** Whether a person can see and answer a question. */
    boolean asks() {
        return inIsTerminal && errIsTerminal;
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noLinux) {
            // On other systems Java only knows whether both standard input and output are terminals.
            return Ansi.AUTO.enabled();
        }
    }
}
