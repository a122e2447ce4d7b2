package dev.dealsdk.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry of {@code deals.jar}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param args as {@code deals --help} says
     */
    public static void main(String[] args) {
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Cli cli = new Cli(Terminal.ofThisProcess(), Results.ofThisProcess());
        cli.interruption().watch();
        // An exit in any case: no thread of a library shall keep the command from ending.
        System.exit(new DealsProgram(cli).run(args));
    }
}
