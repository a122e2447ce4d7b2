package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import java.nio.file.Path;
import java.time.LocalDate;
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
    private String id = "";

    private DealLife(DealsClient deals) {
        this.deals = deals;
    }

    /** Runs it, and says what it found. */
    static Map<String, Object> run(Path file) {
        try (DealsClient deals = DealsClient.connect(DealsConfig.load(file))) {
            DealLife life = new DealLife(deals);
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
        Deal created = deals.create(NewDeal.builder()
                .name(NAME)
                .value(DealValue.of(AMOUNT))
                .expectedCloseOn(LocalDate.of(2027, 5, 1))
                .addTags("trial")
                .build());
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
        try (Stream<Deal> listed = deals.list(DealQuery.open()).stream()) {
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
        if (REFUSED.equals(facts.get(Operation.REOPEN.key()))) {
            create();
        }
        facts.put("lose", deals.lose(id, "competitor").status());
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
}
