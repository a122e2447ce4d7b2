package dev.dealsdk.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Step by vendor: how many requests each took, and below it why the vendor does not do what it was refused. */
final class TourTable {
    private static final int STEP_WIDTH = 24;
    private static final int CELL_WIDTH = 11;
    private static final String GAP = " | ";

    private final StringBuilder text = new StringBuilder();
    /** Why a vendor refuses, and the step where it did so first. */
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private TourTable() {}

    /**
     * With a column for each vendor, in the order of the map; as many side by side as the width has room for, the others below
     * them.
     */
    static String of(Map<String, List<StepResult>> byVendor, int width) {
        TourTable table = new TourTable();
        List<String> vendors = List.copyOf(byVendor.keySet());
        int beside = Math.max(1, (width - STEP_WIDTH) / (CELL_WIDTH + GAP.length()));
        for (int i = 0; i < vendors.size(); i += beside) {
            table.add(vendors.subList(i, Math.min(i + beside, vendors.size())), byVendor);
        }
        table.addReasons(width);
        return table.text.toString();
    }

    private void addReasons(int width) {
        int number = 0;
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            number++;
            String label = "(" + number + ") ";
            for (String part : Wording.wrapped(reason.getValue() + " at " + reason.getKey(), width - label.length())) {
                line(label + part);
                label = " ".repeat(label.length());
            }
        }
    }

    private void add(List<String> vendors, Map<String, List<StepResult>> byVendor) {
        List<List<StepResult>> columns = vendors.stream()
                .map(vendor -> Objects.requireNonNull(byVendor.get(vendor)))
                .toList();
        String rule = "-".repeat(STEP_WIDTH) + ("-+-" + "-".repeat(CELL_WIDTH)).repeat(columns.size());
        row("step", vendors);
        line(rule);
        for (int step = 0; step < columns.get(0).size(); step++) {
            List<String> cells = new ArrayList<>();
            for (int vendor = 0; vendor < columns.size(); vendor++) {
                cells.add(cell(vendors.get(vendor), columns.get(vendor).get(step)));
            }
            row(columns.get(0).get(step).step(), cells);
        }
        line(rule);
        row("requests", columns.stream().map(TourTable::requests).toList());
        line("");
    }

    private String cell(String vendor, StepResult result) {
        return switch (result.kind()) {
            case DONE -> result.wireCalls() == 1 ? "1 request" : result.wireCalls() + " requests";
            case REFUSED -> "refused (" + note(result.step(), vendor + ": " + result.why()) + ")";
            case FAILED -> "FAILED";
        };
    }

    /** The number of a reason, which is told once. */
    private int note(String step, String reason) {
        reasons.putIfAbsent(reason, step);
        return List.copyOf(reasons.keySet()).indexOf(reason) + 1;
    }

    private static String requests(List<StepResult> steps) {
        return String.valueOf(steps.stream().mapToInt(StepResult::wireCalls).sum());
    }

    private void row(String head, List<String> cells) {
        StringBuilder row = new StringBuilder(padded(head, STEP_WIDTH));
        cells.forEach(cell -> row.append(GAP).append(padded(cell, CELL_WIDTH)));
        line(row.toString().stripTrailing());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - text.length()));
    }
}
