package dev.dealsdk.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Step by vendor: what was done, what was refused and why, and how many requests it took. */
final class TourTable {
    /** As much as it takes where there is room. */
    static final int WIDEST = 148;

    private static final int STEP_WIDTH = 24;
    private static final int WIDEST_CELL = 28;
    private static final int NARROWEST_CELL = 20;
    private static final String GAP = " | ";

    private TourTable() {}

    /** With a column for each vendor, in the order of the map; vendor below vendor where the width is too small for that. */
    static String of(Map<String, List<StepResult>> byVendor, int width) {
        int room = (width - STEP_WIDTH) / byVendor.size() - GAP.length();
        return room < NARROWEST_CELL ? stacked(byVendor, width) : beside(byVendor, Math.min(room, WIDEST_CELL));
    }

    private static String beside(Map<String, List<StepResult>> byVendor, int cellWidth) {
        List<List<StepResult>> columns = List.copyOf(byVendor.values());
        List<String> head = new ArrayList<>(List.of("step"));
        head.addAll(byVendor.keySet());
        String rule = "-".repeat(STEP_WIDTH) + ("-+-" + "-".repeat(cellWidth)).repeat(columns.size());
        StringBuilder table =
                new StringBuilder(row(head, cellWidth)).append(rule).append('\n');
        for (int step = 0; step < columns.get(0).size(); step++) {
            List<String> cells =
                    new ArrayList<>(List.of(columns.get(0).get(step).step()));
            for (List<StepResult> column : columns) {
                cells.add(column.get(step).cell());
            }
            table.append(row(cells, cellWidth));
        }
        List<String> sums = new ArrayList<>(List.of("requests"));
        columns.forEach(column -> sums.add(String.valueOf(requests(column))));
        return table.append(rule).append('\n').append(row(sums, cellWidth)).toString();
    }

    private static String stacked(Map<String, List<StepResult>> byVendor, int width) {
        int cellWidth = Math.max(NARROWEST_CELL, width - STEP_WIDTH - GAP.length());
        String rule = "-".repeat(STEP_WIDTH) + "-+-" + "-".repeat(cellWidth);
        StringBuilder tables = new StringBuilder();
        byVendor.forEach((vendor, steps) -> {
            tables.append(tables.isEmpty() ? "" : "\n")
                    .append(row(List.of("step", vendor), cellWidth))
                    .append(rule)
                    .append('\n');
            steps.forEach(step -> tables.append(row(List.of(step.step(), step.cell()), cellWidth)));
            tables.append(rule).append('\n').append(row(List.of("requests", "" + requests(steps)), cellWidth));
        });
        return tables.toString();
    }

    private static int requests(List<StepResult> steps) {
        return steps.stream().mapToInt(StepResult::wireCalls).sum();
    }

    private static String row(List<String> cells, int cellWidth) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(cells.get(i), i == 0 ? STEP_WIDTH : cellWidth));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder row = new StringBuilder();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < wrapped.size(); i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP).append(padded(part, i == 0 ? STEP_WIDTH : cellWidth));
            }
            row.append(text.toString().stripTrailing()).append('\n');
        }
        return row.toString();
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.replaceAll("(\\S{" + width + "})(?=\\S)", "$1 ").split(" ", -1)) {
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
