package dev.dealsdk.cli;

import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes fields of a deal. */
@Command(
        name = "update",
        description = "Change some fields of a deal; all others stay as they are. A list of owners, tags or line items"
                + " replaces the previous list.",
        footer = {
            "  deals update 880e8400-e29b-41d4-a716-446655440000 --value 15000.50",
            "  deals update 880e8400-e29b-41d4-a716-446655440000 --clear expectedCloseOn",
            "  echo '{\"description\":null}' | deals update 880e8400-e29b-41d4-a716-446655440000 --from-json -"
        })
final class UpdateCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(paramLabel = "ID", description = "The id of the deal at the vendor.")
    private String id = "";

    @Mixin
    private final FieldOptions options = new FieldOptions();

    @Option(
            names = "--clear",
            paramLabel = "FIELD",
            converter = Converters.Field.class,
            completionCandidates = Converters.FieldNames.class,
            description =
                    "Clear this field, such as expectedCloseOn; may be repeated. In a document of --from-json, set"
                            + " it to null.")
    private final List<DealField> clear = new ArrayList<>();

    UpdateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        DealUpdate update = DealForm.update(options.fields(), new LinkedHashSet<>(clear), options.source());
        return cli.write(Operation.UPDATE, id, deals -> deals.update(id, update));
    }
}
