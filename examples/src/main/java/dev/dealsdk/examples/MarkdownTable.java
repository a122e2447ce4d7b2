package dev.dealsdk.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table with a column for each vendor. */
final class MarkdownTable {
    private final List<VendorClaims> vendors;
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String corner, List<VendorClaims> vendors) {
        this.vendors = vendors;
        List<String> head = new ArrayList<>(List.of(corner));
        vendors.forEach(vendor -> head.add(vendor.provider()));
        line(head);
        text.append("|---".repeat(head.size())).append("|\n");
    }

    /** Adds a row. */
    MarkdownTable row(String name, Function<VendorClaims, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        vendors.forEach(vendor -> cells.add(cell.apply(vendor)));
        line(cells);
        return this;
    }

    /** Adds a row unless it would say {@code -} of every vendor. */
    MarkdownTable rowIfAny(String name, Function<VendorClaims, String> cell) {
        return vendors.stream().map(cell).allMatch("-"::equals) ? this : row(name, cell);
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
