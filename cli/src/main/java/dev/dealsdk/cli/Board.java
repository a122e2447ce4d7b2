package dev.dealsdk.cli;

import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Groups deals by stage: first the stages of the account in its order, then stages that it does not list. */
final class Board {
    private final Map<String, Column> byStage = new LinkedHashMap<>();
    private int pages;

    /** One stage and its deals. */
    static final class Column {
        private final Optional<String> stageId;
        private final String name;
        private final StageKind kind;
        private final List<Deal> deals = new ArrayList<>();
        private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

        private Column(Optional<String> stageId, String name, StageKind kind) {
            this.stageId = stageId;
            this.name = name;
            this.kind = kind;
        }

        /** Empty for deals without a stage. */
        Optional<String> stageId() {
            return stageId;
        }

        String name() {
            return name;
        }

        List<Deal> deals() {
            return deals;
        }

        /** The total value of the deals by currency; the currency is empty if the vendor names none. */
        SortedMap<String, BigDecimal> sums() {
            return sums;
        }
    }

    Board(List<Stage> stages) {
        for (Stage stage : stages) {
            byStage.put(stage.id(), new Column(Optional.of(stage.id()), stage.name(), stage.kind()));
        }
    }

    void add(Deal deal) {
        Column column = byStage.computeIfAbsent(
                deal.stageId().or(deal::stageName).orElse(""),
                stage -> new Column(
                        deal.stageId(), deal.stageName().or(deal::stageId).orElse("(no stage)"), StageKind.UNKNOWN));
        column.deals.add(deal);
        deal.value().ifPresent(value -> column.sums.merge(currency(value), value.amount(), BigDecimal::add));
    }

    private static String currency(DealValue value) {
        return value.currency().orElse("");
    }

    /** Counts one more page and returns its number. */
    int nextPage() {
        return ++pages;
    }

    /** The columns, without empty stages for closed deals. */
    List<Column> columns() {
        Collection<Column> all = byStage.values();
        return all.stream()
                .filter(column -> !column.deals.isEmpty() || !isClosing(column.kind))
                .toList();
    }

    boolean isEmpty() {
        return byStage.values().stream().allMatch(column -> column.deals.isEmpty());
    }

    private static boolean isClosing(StageKind kind) {
        return kind == StageKind.WON || kind == StageKind.LOST;
    }
}
