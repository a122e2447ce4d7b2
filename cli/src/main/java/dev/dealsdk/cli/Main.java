package dev.dealsdk.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of {@code deals.jar}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param args the arguments, as described by {@code deals --help}
     */
    public static void main(String[] args) {
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Cli cli = new Cli(Terminal.ofThisProcess(), Results.ofThisProcess());
        cli.interruption().watch();
        // Always exit explicitly, so that no thread of a library keeps the process alive.
        System.exit(new DealsProgram(cli).run(args));
    }
}
