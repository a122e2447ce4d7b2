package dev.dealsdk.cli;

import dev.dealsdk.Operation;
import dev.dealsdk.examples.VendorClaims;
import dev.dealsdk.json.NeutralJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows the vendors and what they support. */
@Command(
        name = "providers",
        description = "Show the providers in this jar and what each vendor supports.",
        footer = {"  deals providers", "  deals --json providers"})
final class ProvidersCommand implements Callable<Integer> {
    private static final String LEGEND_INDENT = " ".repeat("DOCUMENTED  ".length());

    private final Cli cli;

    ProvidersCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        List<VendorClaims> vendors = VendorClaims.all();
        if (cli.json()) {
            vendors.forEach(vendor -> cli.json(out -> out.values(NeutralJson.write(vendor.byDefault()))));
        } else {
            table(vendors);
        }
        cli.results().flush();
        return ExitCode.DONE;
    }

    private void table(List<VendorClaims> vendors) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.fixed("")));
        vendors.forEach(vendor -> columns.add(Table.Column.fixed(vendor.provider())));
        List<List<String>> rows = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            List<String> row = new ArrayList<>(List.of(operation.key()));
            vendors.forEach(vendor ->
                    row.add(vendor.tell(claims -> claims.support(operation).name())));
            rows.add(row);
        }
        boolean fits = rows.stream()
                .allMatch(row -> widthOf(row, rows) <= cli.terminal().width());
        if (fits) {
            cli.table(columns, rows);
        } else {
            oneByOne(vendors, rows);
        }
        cli.results().line("");
        legend(rows).stream()
                .flatMap(line -> Cells.wrapped(line, cli.width(), LEGEND_INDENT).stream())
                .forEach(cli.results()::line);
    }

    /** One vendor below the other, if the terminal is too narrow for a table. */
    private void oneByOne(List<VendorClaims> vendors, List<List<String>> rows) {
        for (int vendor = 0; vendor < vendors.size(); vendor++) {
            int column = vendor + 1;
            cli.results().line((vendor == 0 ? "" : "\n") + vendors.get(vendor).provider());
            cli.details(rows.stream()
                    .map(row -> List.of("  " + row.get(0), row.get(column)))
                    .toList());
        }
    }

    private static int widthOf(List<String> row, List<List<String>> rows) {
        int width = 0;
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            width += 2
                    + rows.stream()
                            .mapToInt(other -> Cells.width(other.get(column)))
                            .max()
                            .orElse(0);
        }
        return width - 2;
    }

    private static List<String> legend(List<List<String>> rows) {
        String all = rows.stream().flatMap(List::stream).collect(Collectors.joining());
        List<String> lines = new ArrayList<>(List.of(
                "DOCUMENTED  one documented endpoint does it",
                "DERIVED     made from documented calls",
                "UNVERIFIED  named by the vendor, but not fully documented; off unless deals.allow-unverified=true",
                "NONE        refused before anything is sent"));
        add(lines, all, VendorClaims.WITH_CLOSING, "with deals.won-stage, deals.lost-stage and deals.open-stage");
        add(lines, all, VendorClaims.WITH_UNVERIFIED, "with deals.allow-unverified=true");
        add(lines, all, VendorClaims.WITH_BOTH, "with both");
        return lines;
    }

    private static void add(List<String> lines, String all, String mark, String meaning) {
        if (all.contains(mark)) {
            lines.add(mark + "           " + meaning);
        }
    }
}
