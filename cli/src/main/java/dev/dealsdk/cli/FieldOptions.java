package dev.dealsdk.cli;

import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The field options of {@code create} and {@code update}; options override the JSON document. */
final class FieldOptions {
    private static final String FROM_JSON = "--from-json";

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the deal.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "AMOUNT",
            converter = Converters.Amount.class,
            description = "The value, in major currency units such as 1234.56.")
    private Optional<BigDecimal> value = Optional.empty();

    @Option(names = "--currency", paramLabel = "CODE", description = "The currency of --value (ISO 4217), such as USD.")
    private Optional<String> currency = Optional.empty();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            converter = Converters.Period.class,
            completionCandidates = Converters.PeriodNames.class,
            description = "How often --value is due: one-time, monthly, quarterly or annual.")
    private Optional<ValuePeriod> period = Optional.empty();

    @Option(names = "--company", paramLabel = "NAME", description = "The name of the company.")
    private Optional<String> company = Optional.empty();

    @Option(names = "--company-id", paramLabel = "ID", description = "The id of the company.")
    private Optional<String> companyId = Optional.empty();

    @Option(names = "--contact-id", paramLabel = "ID", description = "The id of the contact.")
    private Optional<String> contactId = Optional.empty();

    @Option(names = "--contact-name", paramLabel = "NAME", description = "The name of the contact.")
    private Optional<String> contactName = Optional.empty();

    @Option(names = "--contact-email", paramLabel = "EMAIL", description = "The email address of the contact.")
    private Optional<String> contactEmail = Optional.empty();

    @Option(names = "--owner", paramLabel = "ID", description = "The id of an owner; may be repeated.")
    private final List<String> owners = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag; may be repeated.")
    private final List<String> tags = new ArrayList<>();

    @Option(
            names = "--line-item",
            paramLabel = "ITEM",
            converter = Converters.Item.class,
            description = {
                "A line item: its id in the vendor's catalogue and optional details; may be repeated.",
                "--line-item 'prod_1,quantity=2,type=product,name=Seats,unitPrice=49.90'"
            })
    private final List<Map<String, @Nullable Object>> lineItems = new ArrayList<>();

    @Option(
            names = "--custom",
            paramLabel = "key=json",
            description = "A custom field by the vendor's key or an alias of deals.fields.NAME, with its value as JSON;"
                    + " may be repeated.")
    private final List<String> customFields = new ArrayList<>();

    @Option(
            names = "--close-on",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "The expected close date, such as 2026-05-01.")
    private Optional<LocalDate> closeOn = Optional.empty();

    @Option(
            names = "--probability",
            paramLabel = "PERCENT",
            converter = Converters.Amount.class,
            description = "The win probability in percent, 0 to 100.")
    private Optional<BigDecimal> probability = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT", description = "The description, as free text.")
    private Optional<String> description = Optional.empty();

    @Option(
            names = FROM_JSON,
            paramLabel = "FILE",
            description = "Read the fields from a JSON object in the format that --json prints; - is standard input."
                    + " Options override it.")
    private Optional<Path> fromJson = Optional.empty();

    @Mixin
    private final ExtrasOption extras = new ExtrasOption();

    /** The prefix of messages about the document. */
    String source() {
        return fromJson.map(file -> FROM_JSON + " " + file + ": ").orElse("");
    }

    /** All fields, in the format of the document. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields =
                fromJson.map(file -> JsonArguments.object(FROM_JSON, file)).orElseGet(LinkedHashMap::new);
        put(fields, "name", name);
        Map<String, @Nullable Object> worth = new LinkedHashMap<>();
        put(worth, "amount", value);
        put(worth, "currency", currency);
        put(worth, "period", period.map(Enum::name));
        merge(fields, "value", worth);
        refuseWithoutAmount(fields);
        Map<String, @Nullable Object> organization = new LinkedHashMap<>();
        put(organization, "id", companyId);
        put(organization, "name", company);
        merge(fields, "company", organization);
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        put(person, "id", contactId);
        put(person, "name", contactName);
        put(person, "email", contactEmail);
        merge(fields, "contact", person);
        put(fields, "ownerIds", owners);
        put(fields, "tags", tags);
        put(fields, "lineItems", lineItems);
        merge(fields, "customFields", JsonArguments.pairs("--custom", customFields));
        put(fields, "expectedCloseOn", closeOn.map(Object::toString));
        put(fields, "winProbability", probability);
        put(fields, "description", description);
        merge(fields, "extras", extras.extras());
        return fields;
    }

    private void refuseWithoutAmount(Map<String, @Nullable Object> fields) {
        boolean amount = fields.get("value") instanceof Map<?, ?> worth && worth.containsKey("amount");
        if (!amount && (currency.isPresent() || period.isPresent())) {
            throw new UsageException((currency.isPresent() ? "--currency" : "--period") + " requires --value");
        }
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Optional<? extends Object> value) {
        value.ifPresent(said -> fields.put(name, said));
    }

    private static void put(Map<String, @Nullable Object> fields, String name, List<?> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    /** Overrides parts of an object that the document may contain already. */
    private static void merge(Map<String, @Nullable Object> fields, String name, Map<String, @Nullable Object> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (fields.get(name) instanceof Map<?, ?> there) {
            there.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        all.putAll(parts);
        fields.put(name, all);
    }
}
