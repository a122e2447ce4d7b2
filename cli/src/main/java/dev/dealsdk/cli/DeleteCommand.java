package dev.dealsdk.cli;

import dev.dealsdk.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a deal. */
@Command(
        name = "delete",
        description = "Delete a deal permanently, together with the records that the vendor keeps under it.",
        footer = "  deals delete 880e8400-e29b-41d4-a716-446655440000 --yes")
final class DeleteCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Option(
            names = "--yes",
            description = "Confirm the deletion. Without it, the command asks at a terminal, and fails in a script.")
    private boolean meant;

    DeleteCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        if (!meant && !confirmed()) {
            throw new UsageException("delete " + id + ": not confirmed, nothing was deleted; add --yes to confirm");
        }
        return cli.write(
                Operation.DELETE,
                id,
                deals -> {
                    deals.delete(id);
                    return id;
                },
                this::print);
    }

    private void print(String deleted) {
        if (cli.json()) {
            cli.json(out -> out.value("id", deleted).value("deleted", true));
        } else {
            cli.results().line("deleted " + HarmlessText.line(deleted));
        }
    }

    /** Asks for confirmation if a person can answer. */
    private boolean confirmed() {
        if (cli.json() || !cli.terminal().asks()) {
            return false;
        }
        System.err.print("Delete deal " + HarmlessText.line(id) + " permanently? [y/N] ");
        System.err.flush();
        Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
        return answers.hasNextLine()
                && List.of("y", "yes").contains(answers.nextLine().strip().toLowerCase(Locale.ROOT));
    }
}
