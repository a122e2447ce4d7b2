package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each vendor can do with the file of {@code bridging/}, which bridges what it lacks. */
final class BridgedClaims {
    private static final String REFUSED = "-";

    private final List<VendorClaims> vendors;
    private final Map<String, Capabilities> byProvider = new TreeMap<>();
    /** Where it is refused, by provider and reason. */
    private final Map<String, Map<String, String>> refused = new TreeMap<>();

    BridgedClaims(List<VendorClaims> vendors) {
        this.vendors = vendors;
        vendors.forEach(vendor -> byProvider.put(vendor.provider(), Capabilities.of(config(vendor.provider()))));
    }

    private static DealsConfig config(String provider) {
        Properties file = new Properties();
        try (InputStream in = Objects.requireNonNull(
                        BridgedClaims.class.getResourceAsStream("/bridging/" + provider + ".properties"), provider);
                InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            file.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> settings = new HashMap<>(Map.of("deals.provider", provider));
        file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key, "")));
        return DealsConfig.from(settings);
    }

    /** The table, and a reason for each cell in which something is refused. */
    String text() {
        MarkdownTable table = new MarkdownTable("", vendors);
        for (Operation operation : Operation.values()) {
            table.row(operation.key(), vendor -> operation(operation, vendor.provider()));
        }
        for (Operation operation : Operation.values()) {
            for (DealField field : DealField.values()) {
                if (field.operations().contains(operation)) {
                    table.row(
                            operation.key() + ": `" + field.key() + "`",
                            vendor -> field(operation, field, vendor.provider()));
                }
            }
        }
        for (DealFilter filter : DealFilter.values()) {
            String name = "filter `" + filter.key() + "`";
            table.row(name, vendor -> listing(name, can(vendor.provider()).support(filter), vendor.provider()));
        }
        for (DealSort sort : DealSort.values()) {
            String name = "order `" + sort + "`";
            table.row(name, vendor -> listing(name, can(vendor.provider()).support(sort), vendor.provider()));
        }
        String files = byProvider.keySet().stream()
                .map(provider ->
                        "[" + provider + "](../examples/src/main/resources/bridging/" + provider + ".properties)")
                .collect(Collectors.joining(", "));
        return """
                What each vendor can do with a file that bridges what it lacks: FILES. Here, `DERIVED` also covers what the
                SDK keeps in another place, and the filters and sort orders that it applies itself. For what each key
                does, see [configuration.md](configuration.md).

                """.replace("FILES", files) + table
                + "\nThe following stays refused. The fields of a refused operation are refused with it.\n\n"
                + reasons();
    }

    private Capabilities can(String provider) {
        return Objects.requireNonNull(byProvider.get(provider), provider);
    }

    private String operation(Operation operation, String provider) {
        Capabilities can = can(provider);
        return can.supports(operation)
                ? can.support(operation).name()
                : refused(provider, operation.key(), can.explain(operation));
    }

    private String field(Operation operation, DealField field, String provider) {
        Capabilities can = can(provider);
        if (!can.supports(operation)) {
            return REFUSED;
        }
        Support support = can.support(operation, field);
        return support != Support.NONE
                ? support.name()
                : refused(
                        provider,
                        operation.key() + ": `" + field.key() + "`",
                        can.fieldNotes()
                                .getOrDefault(field, provider + " documents no such field of " + operation.key()));
    }

    private String listing(String name, Support support, String provider) {
        return support != Support.NONE
                ? support.name()
                : refused(
                        provider,
                        name,
                        "the vendor documents no such filter, and its deals lack the data for the SDK to filter by");
    }

    private String refused(String provider, String what, String why) {
        refused.computeIfAbsent(provider, unused -> new LinkedHashMap<>())
                .merge(why, what, (one, two) -> one + ", " + two);
        return REFUSED;
    }

    private String reasons() {
        StringBuilder list = new StringBuilder();
        refused.forEach((provider, reasons) -> reasons.forEach((why, what) -> list.append("- **")
                .append(provider)
                .append("**, ")
                .append(what)
                .append(": ")
                .append(why)
                .append('\n')));
        return list.toString();
    }
}
