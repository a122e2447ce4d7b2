package dev.dealsdk.cli;

import dev.dealsdk.Stage;
import dev.dealsdk.json.NeutralJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the stages of the account. */
@Command(
        name = "stages",
        description = "Show the stages of the account.",
        footer = {"  deals stages", "  deals --connection emea --json stages"})
final class StagesCommand implements Callable<Integer> {
    /** The minimum width of a name: before names are cut further, later columns are omitted. */
    private static final int NAME_WIDTH = 20;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.fixed("ID"),
            Table.Column.elastic("NAME", NAME_WIDTH),
            Table.Column.number("POS"),
            Table.Column.number("WIN"),
            Table.Column.fixed("KIND"));

    private final Cli cli;

    StagesCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return cli.read(deals -> {
            List<Stage> stages = deals.stages();
            if (cli.json()) {
                stages.forEach(stage -> cli.json(out -> out.values(NeutralJson.write(stage))));
            } else if (stages.isEmpty()) {
                cli.diagnostics().say("the account has no stages");
            } else {
                cli.table(COLUMNS, stages.stream().map(StagesCommand::row).toList());
            }
        });
    }

    private static List<String> row(Stage stage) {
        return List.of(
                stage.id(),
                stage.name(),
                stage.position().map(Object::toString).orElse(""),
                stage.probability().map(percent -> Cells.number(percent) + " %").orElse(""),
                stage.kind().name());
    }
}
