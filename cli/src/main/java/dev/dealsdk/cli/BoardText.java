package dev.dealsdk.cli;

import dev.dealsdk.Deal;
import dev.dealsdk.json.NeutralJson;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders a pipeline as columns, or as a list if the terminal is too narrow. */
final class BoardText {
    private static final int NARROWEST = 11;
    private static final int NARROWEST_NAME = 16;
    private static final int WIDEST = 32;
    private static final String INDENT = "  ";

    private BoardText() {}

    static void write(JsonWriter out, Board.Column column) {
        out.string("stageId", column.stageId())
                .value("stageName", column.name())
                .value("count", BigDecimal.valueOf(column.deals().size()))
                .objects(
                        "sums",
                        column.sums().entrySet(),
                        (one, sum) -> one.value("amount", sum.getValue())
                                .string("currency", Optional.of(sum.getKey()).filter(currency -> !currency.isEmpty())))
                .objects("deals", column.deals(), (one, deal) -> one.values(NeutralJson.write(deal)));
    }

    static List<String> lines(List<Board.Column> columns, int width, int top) {
        int room = (width - Table.GAP.length() * (columns.size() - 1)) / Math.max(1, columns.size());
        return room < NARROWEST ? stacked(columns, width, top) : beside(columns, Math.min(room, WIDEST), top);
    }

    private static List<String> beside(List<Board.Column> columns, int width, int top) {
        List<List<String>> heads =
                columns.stream().map(column -> head(column, width)).toList();
        List<List<String>> bodies =
                columns.stream().map(column -> body(column, width, top)).toList();
        List<List<String>> rules =
                columns.stream().map(column -> List.of("-".repeat(width))).toList();
        List<String> lines = new ArrayList<>();
        for (List<List<String>> part : List.of(heads, rules, bodies)) {
            lines.addAll(Table.beside(
                    part, Collections.nCopies(columns.size(), width), Collections.nCopies(columns.size(), false)));
        }
        return lines;
    }

    private static List<String> head(Board.Column column, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(Cells.cut(HarmlessText.line(column.name()), width));
        lines.add(count(column));
        sums(column).forEach(sum -> lines.addAll(Cells.wrapped(sum, width)));
        return lines;
    }

    /** A name may take two lines; an amount is never shortened. */
    private static List<String> body(Board.Column column, int width, int top) {
        List<String> lines = new ArrayList<>();
        for (Deal deal : shown(column, top)) {
            List<String> name = Cells.wrapped(name(deal), width);
            lines.add(name.get(0));
            if (name.size() > 1) {
                lines.add(Cells.cut(String.join(" ", name.subList(1, name.size())), width));
            }
            amount(deal).ifPresent(amount -> lines.addAll(Cells.wrapped(INDENT + amount, width, INDENT)));
        }
        more(column, top).ifPresent(lines::add);
        return lines;
    }

    private static List<String> stacked(List<Board.Column> columns, int width, int top) {
        List<String> lines = new ArrayList<>();
        for (Board.Column column : columns) {
            String head = HarmlessText.line(column.name()) + ": " + count(column)
                    + sums(column).stream().map(sum -> ", " + sum).collect(Collectors.joining());
            lines.addAll(Cells.wrapped(head, width, INDENT));
            for (Deal deal : shown(column, top)) {
                String amount = amount(deal).map(worth -> Table.GAP + worth).orElse("");
                int room = Math.max(NARROWEST_NAME, width - INDENT.length() - Cells.width(amount));
                String name = Cells.cut(name(deal), Math.min(room, longestName(columns)));
                lines.add(INDENT
                        + (amount.isEmpty()
                                ? name
                                : Cells.padded(name, Math.min(room, longestName(columns)), false) + amount));
            }
            more(column, top).map(INDENT::concat).ifPresent(lines::add);
        }
        return lines;
    }

    private static int longestName(List<Board.Column> columns) {
        return columns.stream()
                .flatMap(column -> column.deals().stream())
                .mapToInt(deal -> Cells.width(name(deal)))
                .max()
                .orElse(0);
    }

    private static List<Deal> shown(Board.Column column, int top) {
        return column.deals().subList(0, Math.min(top, column.deals().size()));
    }

    private static Optional<String> more(Board.Column column, int top) {
        int rest = column.deals().size() - top;
        return rest > 0 ? Optional.of("... " + rest + " more") : Optional.empty();
    }

    private static String count(Board.Column column) {
        int count = column.deals().size();
        return count == 1 ? "1 deal" : count + " deals";
    }

    private static List<String> sums(Board.Column column) {
        List<String> sums = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> sum : column.sums().entrySet()) {
            sums.add((Cells.number(sum.getValue()) + " " + sum.getKey()).strip());
        }
        return sums;
    }

    private static String name(Deal deal) {
        return HarmlessText.line(deal.name().orElseGet(deal::id));
    }

    private static Optional<String> amount(Deal deal) {
        return deal.value().map(DealText::amount);
    }
}
