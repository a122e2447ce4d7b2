package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A program as a user would write it: it knows a file and the neutral API. What it finds out is a set of facts in neutral
 * words, such as {@code create.name}.
 */
final class DealLife {
    static final String REFUSED = "refused";
    private static final String NAME = "Tiny Ltd - Trial";
    private static final String AMOUNT = "1234.56";

    private final Map<String, Object> facts = new TreeMap<>();
    private final DealsClient deals;
    private final Capabilities can;
    private String id;

    private DealLife(DealsClient deals, String existingDeal) {
        this.deals = deals;
        this.can = deals.capabilities();
        this.id = existingDeal;
    }

    /**
     * Runs it.
     *
     * @param existingDeal where none can be created
     */
    static Map<String, Object> run(Path file, String existingDeal) {
        try (DealsClient deals = DealsClient.connect(DealsConfig.load(file))) {
            DealLife life = new DealLife(deals, existingDeal);
            life.step(Operation.LIST_STAGES, life::stages);
            life.step(Operation.CREATE, life::create);
            life.step(Operation.GET, life::get);
            life.step(Operation.UPDATE, life::update);
            life.step(Operation.MOVE, life::move);
            life.step(Operation.LIST, life::list);
            life.step(Operation.WIN, life::win);
            life.step(Operation.REOPEN, life::reopen);
            life.step(Operation.LOSE, life::lose);
            life.step(Operation.DELETE, life::delete);
            return life.facts;
        }
    }

    private void step(Operation operation, Runnable work) {
        try {
            work.run();
        } catch (UnsupportedByProviderException refused) {
            facts.put(operation.key(), REFUSED);
        }
    }

    private void stages() {
        facts.put("list-stages", !deals.stages().isEmpty());
    }

    private void create() {
        NewDeal.Builder deal = NewDeal.builder().name(NAME);
        if (takes(DealField.VALUE)) {
            deal.value(DealValue.of(AMOUNT));
        }
        if (takes(DealField.EXPECTED_CLOSE_ON)) {
            deal.expectedCloseOn(LocalDate.of(2027, 5, 1));
        }
        if (takes(DealField.TAGS)) {
            deal.tags(List.of("trial"));
        }
        Deal created = deals.create(deal.build());
        id = created.id();
        tell("create", created);
    }

    private void get() {
        tell("get", deals.get(id));
    }

    private void update() {
        tell("update", deals.update(id, DealUpdate.builder().name("Renamed").build()));
    }

    private void move() {
        Deal before = deals.get(id);
        Deal after = deals.move(id, StageRef.named("negotiation"));
        facts.put("move", !after.stageId().equals(before.stageId()));
    }

    private void list() {
        DealQuery query = can.filters().contains(DealFilter.STATUS) ? DealQuery.open() : DealQuery.all();
        try (Stream<Deal> listed = deals.list(query).stream()) {
            facts.put("list", listed.filter(deal -> deal.id().equals(id)).count());
        }
    }

    private void win() {
        facts.put("win", deals.win(id).status());
        facts.put("win.get", deals.get(id).status());
    }

    private void reopen() {
        facts.put("reopen", deals.reopen(id, Reopen.builder().build()).status());
    }

    private void lose() {
        if (!can.supports(Operation.REOPEN)) {
            create();
        }
        Loss.Builder loss = Loss.builder();
        if (can.writableFields(Operation.LOSE).contains(DealField.LOST_REASON)) {
            loss.reason("chose_competitor");
        }
        facts.put("lose", deals.lose(id, loss.build()).status());
    }

    private void delete() {
        deals.delete(id);
        try {
            facts.put("delete", deals.get(id).id());
        } catch (DealNotFoundException gone) {
            facts.put("delete", "gone");
        }
    }

    private void tell(String step, Deal deal) {
        facts.put(step + ".name", deal.name());
        facts.put(step + ".status", deal.status());
        facts.put(step + ".value", deal.value().map(DealValue::amount));
        facts.put(step + ".expectedCloseOn", deal.expectedCloseOn());
        facts.put(step + ".tags", deal.tags());
    }

    private boolean takes(DealField field) {
        return can.writableFields(Operation.CREATE).contains(field);
    }
}
