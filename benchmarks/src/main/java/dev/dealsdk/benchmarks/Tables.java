package dev.dealsdk.benchmarks;

import dev.dealsdk.benchmarks.Entrant.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Results as Markdown: a table for each thing, and one of the targets. */
final class Tables {
    private final List<Result> results;
    private final StringBuilder text = new StringBuilder();

    Tables(List<Result> results) {
        this.results = results;
    }

    String text() {
        results.stream().map(Result::what).distinct().forEach(this::table);
        targets();
        return text.toString();
    }

    private void table(String what) {
        List<Result> rows =
                results.stream().filter(row -> row.what().equals(what)).toList();
        List<String> columns = List.copyOf(rows.get(0).numbers().keySet());
        text.append("\n### ").append(what).append("\n\n");
        line("", columns);
        line("---", columns.stream().map(column -> "---:").toList());
        for (Result row : rows) {
            List<String> cells = new ArrayList<>();
            for (Map.Entry<String, Double> number : row.numbers().entrySet()) {
                OptionalDouble ratio = row.entrant().role() == Role.FLOOR
                        ? OptionalDouble.empty()
                        : againstFloor(row, number.getKey());
                cells.add(
                        format(number.getValue()) + (ratio.isPresent() ? " (" + ratio(ratio.getAsDouble()) + ")" : ""));
            }
            line(row.entrant().label(), cells);
        }
    }

    private void targets() {
        text.append("\n### Targets\n\n");
        line("", List.of("of", "against the floor", "against the best peer"));
        line("---", List.of("---", "---:", "---:"));
        for (Result row : results) {
            if (row.entrant().role() == Role.OURS) {
                Target.ALL.stream()
                        .filter(target -> row.what().startsWith(target.what())
                                && row.numbers().containsKey(target.number()))
                        .forEach(target -> target(target, row));
            }
        }
    }

    private void target(Target target, Result row) {
        line(
                row.entrant().label() + ": " + row.what(),
                List.of(
                        target.number(),
                        judged(againstFloor(row, target.number()), target.againstFloor()),
                        judged(againstPeers(row, target.number()), target.againstPeer())));
    }

    private static String judged(OptionalDouble ratio, double most) {
        if (ratio.isEmpty()) {
            return "-";
        }
        String text = ratio(ratio.getAsDouble()) + " of " + ratio(most);
        return ratio.getAsDouble() <= most ? text : "**" + text + "**";
    }

    private OptionalDouble againstFloor(Result row, String number) {
        return results.stream()
                .filter(other -> other.what().equals(row.what())
                        && other.entrant() == row.entrant().floor())
                .mapToDouble(floor -> of(row, number) / of(floor, number))
                .filter(Double::isFinite)
                .findFirst();
    }

    private OptionalDouble againstPeers(Result row, String number) {
        return results.stream()
                .filter(other ->
                        other.what().equals(row.what()) && other.entrant().role() == Role.PEER)
                .mapToDouble(peer -> of(row, number) / of(peer, number))
                .filter(Double::isFinite)
                .max();
    }

    private static double of(Result row, String number) {
        return row.numbers().getOrDefault(number, Double.NaN);
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, number < 1_000 ? "%.1f" : "%,.0f", number);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private void line(String first, List<String> cells) {
        text.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }
}
