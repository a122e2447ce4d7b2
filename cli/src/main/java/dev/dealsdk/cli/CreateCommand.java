package dev.dealsdk.cli;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A new deal. */
@Command(
        name = "create",
        description = "Create a deal. What the vendor cannot take is refused, never dropped.",
        footer = {
            "  deals create --name 'StartupXYZ - Pro Plan' --value 12000 --stage first",
            "  deals create --name 'Pro Plan' --value 12000 --set 'priority=\"high\"'"
        })
final class CreateCommand implements Callable<Integer> {
    private final Cli cli;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The title.")
    private String name = "";

    @Option(
            names = "--value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "What it is worth, in major units, such as 1234.56.")
    private Optional<BigDecimal> value = Optional.empty();

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217, such as USD; goes with --value.")
    private Optional<String> currency = Optional.empty();

    @Option(names = "--stage", paramLabel = "STAGE", description = "The first stage: alias, name or id.")
    private Optional<String> stage = Optional.empty();

    @Option(names = "--company", paramLabel = "NAME", description = "The organization it is made with.")
    private Optional<String> company = Optional.empty();

    @Option(names = "--contact-id", paramLabel = "ID", description = "The person it is made with, by id.")
    private Optional<String> contactId = Optional.empty();

    @Option(names = "--contact-name", paramLabel = "NAME", description = "The person it is made with, by name.")
    private Optional<String> contactName = Optional.empty();

    @Option(names = "--contact-email", paramLabel = "EMAIL", description = "Where that person is written to.")
    private Optional<String> contactEmail = Optional.empty();

    @Option(
            names = "--close-on",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "When it is expected to close, such as 2026-05-01.")
    private Optional<LocalDate> closeOn = Optional.empty();

    @Mixin
    private final ExtrasOption extras = new ExtrasOption();

    CreateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        NewDeal deal = UsageException.unlessValid(this::deal);
        return cli.create(deals -> deals.create(atStage(deal, deals)));
    }

    private NewDeal deal() {
        if (currency.isPresent() && value.isEmpty()) {
            throw new UsageException("--currency goes with --value");
        }
        NewDeal.Builder deal = NewDeal.builder()
                .name(name)
                .value(value.map(amount ->
                        DealValue.builder().amount(amount).currency(currency).build()))
                .company(company.map(Company::named))
                .expectedCloseOn(closeOn)
                .extras(extras.extras());
        if (contactId.isPresent() || contactName.isPresent() || contactEmail.isPresent()) {
            deal.contact(Contact.builder()
                    .id(contactId)
                    .name(contactName)
                    .email(contactEmail)
                    .build());
        }
        return deal.build();
    }

    private NewDeal atStage(NewDeal deal, DealsClient deals) {
        return stage.map(first -> NewDeal.builder()
                        .from(deal)
                        .stage(cli.stage(first, deals))
                        .build())
                .orElse(deal);
    }
}
