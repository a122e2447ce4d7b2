package dev.dealsdk.cli;

import dev.dealsdk.cli.log.HarmlessText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Rows under a head, as wide as the terminal at most. The first rows decide how wide the columns are, so that a long listing
 * can be printed while it is read. Where the terminal is too narrow for all, the last columns are left out.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST_ELASTIC = 10;
    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String RESET = "\u001b[0m";

    private final List<Column> columns;
    private final int terminalWidth;
    private final Ansi ansi;
    private final List<Integer> widths = new ArrayList<>();

    Table(List<Column> columns, Terminal terminal) {
        this.columns = columns;
        this.terminalWidth = terminal.width();
        this.ansi = terminal.ansi();
    }

    /**
     * One column.
     *
     * @param title of it
     * @param elastic whether its cells may be cut: never an id or an amount
     * @param right whether they are numbers
     */
    record Column(String title, boolean elastic, boolean right) {
        static Column fixed(String title) {
            return new Column(title, false, false);
        }

        static Column elastic(String title) {
            return new Column(title, true, false);
        }

        static Column number(String title) {
            return new Column(title, false, true);
        }
    }

    /** The lines of these rows, with the head before the first. */
    List<String> lines(List<List<String>> rows) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(HarmlessText::line).toList())
                .toList();
        List<String> lines = new ArrayList<>();
        if (widths.isEmpty()) {
            measure(cells);
            lines.add(bold(line(columns.stream().map(Column::title).toList())));
        }
        cells.forEach(row -> lines.add(coloured(row, line(row))));
        return lines;
    }

    private void measure(List<List<String>> rows) {
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(row -> Cells.width(row.get(column)))
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, Cells.width(columns.get(i).title())));
        }
        while (widths.size() > 1 && narrowest() > terminalWidth) {
            widths.remove(widths.size() - 1);
        }
        for (int excess = total() - terminalWidth; excess > 0 && shrinkWidest(); excess--) {}
    }

    private boolean shrinkWidest() {
        int widest = -1;
        for (int i = 0; i < widths.size(); i++) {
            boolean shrinks = columns.get(i).elastic() && widths.get(i) > NARROWEST_ELASTIC;
            if (shrinks && (widest < 0 || widths.get(i) > widths.get(widest))) {
                widest = i;
            }
        }
        if (widest >= 0) {
            widths.set(widest, widths.get(widest) - 1);
        }
        return widest >= 0;
    }

    private int total() {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    private int narrowest() {
        int sum = GAP.length() * (widths.size() - 1);
        for (int i = 0; i < widths.size(); i++) {
            sum += columns.get(i).elastic() ? Math.min(widths.get(i), NARROWEST_ELASTIC) : widths.get(i);
        }
        return sum;
    }

    private String line(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Column column = columns.get(i);
            String cell = column.elastic() ? Cells.cut(row.get(i), widths.get(i)) : row.get(i);
            cells.add(Cells.padded(cell, widths.get(i), column.right()));
        }
        return String.join(GAP, cells).stripTrailing();
    }

    private String bold(String line) {
        return ansi.enabled() ? BOLD + line + RESET : line;
    }

    private String coloured(List<String> row, String line) {
        if (!ansi.enabled()) {
            return line;
        }
        if (row.contains("WON")) {
            return GREEN + line + RESET;
        }
        return row.contains("LOST") ? RED + line + RESET : line;
    }
}
