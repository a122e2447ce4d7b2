package dev.dealsdk.cli;

import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a deal. */
@Command(
        name = "create",
        description = "Create a deal. A field that the vendor cannot store is refused, never dropped silently.",
        footer = {
            "  deals create --name 'StartupXYZ - Pro Plan' --value 12000 --stage first",
            "  deals create --name 'Pro Plan' --value 12000 --set 'priority=\"high\"'",
            "  deals create --from-json deal.json"
        })
final class CreateCommand implements Callable<Integer> {
    private final Cli cli;

    @Mixin
    private final FieldOptions options = new FieldOptions();

    @Option(names = "--stage", paramLabel = "STAGE", description = "The stage of the new deal: alias, name or id.")
    private Optional<String> stage = Optional.empty();

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            description = "Your own key for the deal, stored in deals.reference-field. If the result of the create is"
                    + " unknown, the deal is looked up by this key.")
    private Optional<String> reference = Optional.empty();

    CreateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        Map<String, @Nullable Object> fields = options.fields();
        stage.ifPresent(first -> fields.put("stage", first));
        reference.ifPresent(key -> fields.put("reference", key));
        NewDeal deal = DealForm.newDeal(fields, options.source());
        if (deal.name().isEmpty()) {
            throw new UsageException("--name NAME is missing");
        }
        return cli.create(deals -> deals.create(atStage(deal, deals)));
    }

    private NewDeal atStage(NewDeal deal, DealsClient deals) {
        return deal.stage()
                .flatMap(first -> first.aliasOrName())
                .map(first -> NewDeal.builder()
                        .from(deal)
                        .stage(cli.stage(first, deals))
                        .build())
                .orElse(deal);
    }
}
