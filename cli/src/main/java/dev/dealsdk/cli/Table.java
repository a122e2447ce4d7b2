package dev.dealsdk.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A table that fits the terminal. The first rows determine the widths of the columns, so that a long listing
 * can be printed while it is read. If the terminal is too narrow, the last columns are omitted.
 *
 * <p>picocli's table is not used: it interprets {@code @|bold x|@} in a vendor's text as markup, and prints no row before it
 * has all.
 */
final class Table {
    static final String GAP = "  ";
    private static final int NARROWEST_ELASTIC = 10;
    private static final int NARROWEST_WRAPPED = 16;
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

    /** How a cell is handled that is wider than its column. */
    private enum Fit {
        /** The column is as wide as its widest cell. */
        WHOLE,
        CUT,
        WRAPPED
    }

    /**
     * One column.
     *
     * @param title the header
     * @param fit never {@code CUT} for an id or an amount
     * @param right whether its cells are numbers, which are aligned right
     * @param narrowest the minimum width
     */
    record Column(String title, Fit fit, boolean right, int narrowest) {
        static Column fixed(String title) {
            return new Column(title, Fit.WHOLE, false, 0);
        }

        static Column elastic(String title) {
            return elastic(title, NARROWEST_ELASTIC);
        }

        static Column elastic(String title, int narrowest) {
            return new Column(title, Fit.CUT, false, narrowest);
        }

        static Column wrapped(String title) {
            return new Column(title, Fit.WRAPPED, false, NARROWEST_WRAPPED);
        }

        static Column number(String title) {
            return new Column(title, Fit.WHOLE, true, 0);
        }

        private boolean elastic() {
            return fit != Fit.WHOLE;
        }
    }

    /** The lines of these rows, after the header if they are the first. */
    List<String> lines(List<List<String>> rows) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(HarmlessText::line).toList())
                .toList();
        List<String> lines = new ArrayList<>();
        if (widths.isEmpty()) {
            measure(cells);
            rowLines(columns.stream().map(Column::title).toList()).forEach(line -> lines.add(bold(line)));
        }
        cells.forEach(row -> rowLines(row).forEach(line -> lines.add(coloured(row, line))));
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
            boolean shrinks =
                    columns.get(i).elastic() && widths.get(i) > columns.get(i).narrowest();
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
            sum += columns.get(i).elastic()
                    ? Math.min(widths.get(i), columns.get(i).narrowest())
                    : widths.get(i);
        }
        return sum;
    }

    private List<String> rowLines(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            cells.add(cell(columns.get(i), row.get(i), widths.get(i)));
        }
        return beside(cells, widths, columns.stream().map(Column::right).toList());
    }

    private static List<String> cell(Column column, String text, int width) {
        return switch (column.fit()) {
            case WHOLE -> List.of(text);
            case CUT -> List.of(Cells.cut(text, width));
            case WRAPPED -> Cells.wrapped(text, width);
        };
    }

    /** Joins cells of several lines, each padded to its column. */
    static List<String> beside(List<List<String>> cells, List<Integer> widths, List<Boolean> right) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < widths.size(); i++) {
                String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                parts.add(Cells.padded(part, widths.get(i), right.get(i)));
            }
            lines.add(String.join(GAP, parts).stripTrailing());
        }
        return lines;
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
