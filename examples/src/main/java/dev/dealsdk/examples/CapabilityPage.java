package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.Operation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The capabilities of all vendors in words. */
final class CapabilityPage {
    private static final Map<String, String> MARKS = new TreeMap<>(Map.of(
            VendorClaims.WITH_CLOSING, "when `deals.won-stage`, `deals.lost-stage` and `deals.open-stage` are set.",
            VendorClaims.WITH_UNVERIFIED, "with `deals.allow-unverified=true`.",
            VendorClaims.WITH_BOTH, "with both these stages and `deals.allow-unverified=true`."));

    private CapabilityPage() {}

    /** The table of operations with what its words mean. */
    static String overview(List<VendorClaims> vendors) {
        String table = operations(vendors);
        return table + """

                `DOCUMENTED`: one documented endpoint does it. `DERIVED`: made from documented calls.
                `UNVERIFIED`: named by the vendor, or inferred from its other resources, but not documented in full; off unless `deals.allow-unverified=true`.
                `NONE`: refused before anything is sent, with the reason and what to do instead.
                """ + marksIn(table);
    }

    static String of(List<VendorClaims> vendors) {
        String tables = Stream.of(
                        "## Operations\n\n" + overview(vendors),
                        Arrays.stream(Operation.values())
                                .filter(operation -> takesFields(operation, vendors))
                                .map(operation -> fields(operation, vendors))
                                .collect(Collectors.joining("\n")),
                        "## Listings\n\n" + listings(vendors),
                        "## Idempotency keys\n\n" + idempotency(vendors))
                .collect(Collectors.joining("\n"));
        return """
                # What each vendor can do

                This page is generated from the claims of the providers. The same claims decide at run time what the SDK sends
                and what it refuses, and a test checks each claim against its provider. Do not edit this page. After changing a
                provider, run

                    COMMAND

                """.replace("COMMAND", CapabilityTable.COMMAND) + tables + "\n" + marksIn(tables)
                + "\n## With bridges\n\n"
                + new BridgedClaims(vendors).text() + "\n"
                + vendors.stream().map(CapabilityPage::vendor).collect(Collectors.joining("\n"));
    }

    private static String marksIn(String text) {
        String used = MARKS.entrySet().stream()
                .filter(mark -> text.contains(mark.getKey()))
                .map(mark -> mark.getKey() + " " + mark.getValue())
                .collect(Collectors.joining(" "));
        return used.isEmpty() ? "" : used + "\n";
    }

    private static String operations(List<VendorClaims> vendors) {
        MarkdownTable table = new MarkdownTable("", vendors);
        for (Operation operation : Operation.values()) {
            table.row(
                    operation.key(),
                    vendor -> vendor.tell(claims -> claims.support(operation).name()));
        }
        return table.toString();
    }

    private static boolean takesFields(Operation operation, List<VendorClaims> vendors) {
        return vendors.stream()
                .anyMatch(vendor -> !vendor.both().writableFields(operation).isEmpty()
                        || !vendor.both().extras(operation).isEmpty());
    }

    private static String fields(Operation operation, List<VendorClaims> vendors) {
        MarkdownTable table = new MarkdownTable("", vendors);
        for (DealField field : DealField.values()) {
            table.rowIfAny(code(field), vendor -> vendor.tell(claims -> writable(field, operation, claims)));
        }
        if (operation == Operation.UPDATE) {
            for (DealField field : DealField.values()) {
                table.rowIfAny(
                        "clear " + code(field),
                        vendor -> vendor.tell(
                                claims -> yes(claims.clearableFields().contains(field))));
            }
        }
        table.rowIfAny("extras", vendor -> vendor.tell(claims -> codes(claims.extras(operation))));
        return "## Fields of " + operation.key() + "\n\n" + table;
    }

    private static String writable(DealField field, Operation operation, Capabilities claims) {
        if (!claims.writableFields(operation).contains(field)) {
            return "-";
        }
        return claims.requiredFields(operation).contains(field) ? "required" : "yes";
    }

    private static String listings(List<VendorClaims> vendors) {
        MarkdownTable table = new MarkdownTable("", vendors);
        for (DealFilter filter : DealFilter.values()) {
            table.row(
                    "filter `" + filter.key() + "`",
                    vendor -> vendor.tell(claims -> yes(claims.filters().contains(filter))));
        }
        for (DealSort sort : DealSort.values()) {
            table.row(
                    "order `" + sort + "`",
                    vendor -> vendor.tell(claims -> yes(claims.sorts().contains(sort))));
        }
        table.row("extras", vendor -> vendor.tell(claims -> codes(claims.extras(Operation.LIST))));
        table.row(
                "largest page",
                vendor -> vendor.tell(
                        claims -> claims.maxPageSize().map(Object::toString).orElse("not documented")));
        return table.toString();
    }

    private static String idempotency(List<VendorClaims> vendors) {
        MarkdownTable table = new MarkdownTable("", vendors);
        for (Operation operation : Operation.values()) {
            if (operation.isWrite()) {
                table.row(operation.key(), vendor -> vendor.tell(claims -> yes(claims.takesIdempotencyKey(operation))));
            }
        }
        return table.toString();
    }

    private static String vendor(VendorClaims vendor) {
        StringBuilder text = new StringBuilder(
                "## " + vendor.provider() + "\n\nSource: " + vendor.byDefault().source() + ".\n\n");
        for (Operation operation : Operation.values()) {
            String said = vendor.tell(claims -> claims.support(operation) + ": " + claims.explain(operation));
            text.append("- **")
                    .append(operation.key())
                    .append("**, ")
                    .append(said)
                    .append('\n');
        }
        for (DealField field : DealField.values()) {
            String note = vendor.byDefault().fieldNotes().get(field);
            if (note != null) {
                text.append("- ").append(code(field)).append(": ").append(note).append('\n');
            }
        }
        return text.toString();
    }

    private static String yes(boolean claimed) {
        return claimed ? "yes" : "-";
    }

    /** The two reasons have one name, in requests of their own. */
    private static String code(DealField field) {
        return "`" + field.key() + "`"
                + switch (field) {
                    case WON_REASON -> " (win)";
                    case LOST_REASON -> " (lose)";
                    default -> "";
                };
    }

    private static String codes(Collection<String> names) {
        return names.isEmpty()
                ? "-"
                : names.stream().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
