package dev.dealsdk.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Step by vendor: what was done, what was refused and why, and how many requests it took. */
final class TourTable {
    private static final int STEP_WIDTH = 24;
    private static final int CELL_WIDTH = 28;

    private TourTable() {}

    /** A table with a column for each vendor, in the order of the map. */
    static String of(Map<String, List<StepResult>> byVendor) {
        List<List<StepResult>> columns = List.copyOf(byVendor.values());
        List<String> head = new ArrayList<>(List.of("step"));
        head.addAll(byVendor.keySet());
        String rule = "-".repeat(STEP_WIDTH) + ("-+-" + "-".repeat(CELL_WIDTH)).repeat(columns.size());
        StringBuilder table = new StringBuilder(row(head)).append(rule).append('\n');
        for (int step = 0; step < columns.get(0).size(); step++) {
            List<String> cells =
                    new ArrayList<>(List.of(columns.get(0).get(step).step()));
            for (List<StepResult> column : columns) {
                cells.add(column.get(step).cell());
            }
            table.append(row(cells));
        }
        List<String> sums = new ArrayList<>(List.of("requests"));
        columns.forEach(column -> sums.add(
                String.valueOf(column.stream().mapToInt(StepResult::wireCalls).sum())));
        return table.append(rule).append('\n').append(row(sums)).toString();
    }

    private static String row(List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(cells.get(i), i == 0 ? STEP_WIDTH : CELL_WIDTH));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder row = new StringBuilder();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < wrapped.size(); i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(i == 0 ? "" : " | ").append(padded(part, i == 0 ? STEP_WIDTH : CELL_WIDTH));
            }
            row.append(text.toString().stripTrailing()).append('\n');
        }
        return row.toString();
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
