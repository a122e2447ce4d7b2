package dev.dealsdk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the command is connected to.
 *
 * @param environment variables by name
 * @param inIsTerminal whether a person writes to standard input
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 */
record Terminal(Map<String, String> environment, boolean inIsTerminal, boolean outIsTerminal, boolean errIsTerminal) {
    /** Of a table that goes into a file or another program. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int NARROWEST = 20;
    private static final int PLAIN = 80;
    /** Longer lines are hard to read. */
    private static final int WIDEST_HELP = 120;

    static Terminal ofThisProcess() {
        return new Terminal(System.getenv(), isTerminal(0), isTerminal(1), isTerminal(2));
    }

    /** Of results, in columns: what {@code COLUMNS} says, else what the terminal says, else 80. */
    int width() {
        return width(outIsTerminal);
    }

    /** Of messages. */
    int messageWidth() {
        return width(errIsTerminal);
    }

    /** Of a help page, which is text in lines also in a file. */
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
        // Asks the operating system, which takes a process of its own: not before it is needed.
        return isTerminal ? CommandSpec.create().usageMessage().autoWidth(true).width() : UNLIMITED;
    }

    /** Whether standard output takes colours: never in files, and not for those who ask for none. */
    Ansi ansi() {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
        return outIsTerminal && wanted ? Ansi.ON : Ansi.OFF;
    }

    /** Whether a question is seen and can be answered. */
    boolean asks() {
        return inIsTerminal && errIsTerminal;
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noLinux) {
            // Elsewhere Java knows only of standard input and output together.
            return Ansi.AUTO.enabled();
        }
    }
}
