package dev.dealsdk.examples;

import static dev.dealsdk.examples.Narrator.expect;
import static dev.dealsdk.examples.Narrator.failureOf;
import static dev.dealsdk.examples.Wording.describe;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes deals through their whole life, through the neutral API alone: no line of it knows the vendor. What a vendor cannot
 * take is asked of its capabilities, and left out; what it cannot do is called all the same, to see the refusal.
 */
final class Tour {
    private final DealsClient deals;
    private final DealsClient stranger;
    private final Capabilities can;
    private final Narrator narrator;
    private final List<String> ids;

    /**
     * A tour of one account.
     *
     * @param stranger a client of the same account with a token that is not its own
     * @param existingIds deals to work on where none can be created
     */
    Tour(DealsClient deals, DealsClient stranger, List<String> existingIds, Narrator narrator) {
        this.deals = deals;
        this.stranger = stranger;
        this.can = deals.capabilities();
        this.narrator = narrator;
        this.ids = new ArrayList<>(existingIds);
    }

    void walk() {
        narrator.step("read the stages", "deals.stages()", this::stages);
        narrator.step("create a deal", "deals.create(NewDeal \"StartupXYZ - Pro Plan\")", this::create);
        narrator.step("read it back", "deals.get(id)", this::get);
        narrator.step("move it by stage name", "deals.move(id, StageRef.named(\"negotiation\"))", this::move);
        narrator.step("win it", "deals.win(id, Win)", this::win);
        narrator.step("lose another one", "deals.lose(otherId, Loss)", this::lose);
        narrator.step("list open deals by pages", "deals.list(open, two a page)", this::list);
        narrator.step("update a field", "deals.update(id, new name)", this::update);
        narrator.step("clear a field", "deals.update(id, clear a field)", this::clear);
        narrator.step("reopen the won deal", "deals.reopen(id)", this::reopen);
        narrator.step("delete a deal", "deals.delete(otherId), deals.get(otherId)", this::delete);
        narrator.step("come with an empty id", "deals.get(\"\")", this::emptyId);
        narrator.step("come with a wrong token", "stranger.get(id)", this::wrongToken);
    }

    private String stages() {
        List<Stage> stages = deals.stages();
        expect(!stages.isEmpty(), "the account has no stages");
        return stages.stream().map(Stage::name).collect(Collectors.joining(" | "));
    }

    private String create() {
        Deal deal = deals.create(newDeal("StartupXYZ - Pro Plan", "12000"));
        Deal other = deals.create(newDeal("Tiny Ltd - Trial", "1234.56"));
        ids.clear();
        ids.addAll(List.of(deal.id(), other.id()));
        if (takes(Operation.CREATE, DealField.VALUE)) {
            expect(
                    deals.get(other.id())
                            .value()
                            .filter(value -> value.amount().compareTo(new BigDecimal("1234.56")) == 0)
                            .isPresent(),
                    "1234.56 did not survive");
        }
        return describe(deal) + "\n" + describe(other);
    }

    private String get() {
        Deal deal = deals.get(id(0));
        expect(deal.id().equals(id(0)), "another deal came back");
        return describe(deal);
    }

    private String move() {
        Move.Builder move = Move.builder().stage(StageRef.named("negotiation"));
        if (takes(Operation.MOVE, DealField.NOTE)) {
            move.note("Client approved the proposal");
        }
        Deal before = deals.get(id(0));
        Deal after = deals.move(id(0), move.build());
        expect(!after.stageId().equals(before.stageId()), "the deal is where it was");
        return describe(after);
    }

    private String win() {
        Win.Builder win = Win.builder();
        if (takes(Operation.WIN, DealField.FINAL_VALUE)) {
            win.finalValue(DealValue.of("12500.50"));
        }
        if (takes(Operation.WIN, DealField.NOTE)) {
            win.note("Signed 12-month contract");
        }
        Deal deal = deals.win(id(0), win.build());
        expect(deal.status() == DealStatus.WON, "the deal is " + deal.status());
        return describe(deal);
    }

    private String lose() {
        Loss.Builder loss = Loss.builder();
        if (takes(Operation.LOSE, DealField.LOST_REASON)) {
            loss.reason("chose_competitor");
        }
        Deal deal = deals.lose(id(1), loss.build());
        expect(deal.status() == DealStatus.LOST, "the deal is " + deal.status());
        return describe(deal);
    }

    private String list() {
        DealQuery.Builder query = DealQuery.builder().pageSize(2);
        if (can.supports(Operation.CREATE)) {
            for (String amount : List.of("1234.56", "0.1", "9007199254740993")) {
                Deal unused = deals.create(newDeal("Exactly " + amount, amount));
            }
        }
        if (can.filters().contains(DealFilter.STATUS)) {
            query.status(DealStatus.OPEN);
        }
        List<String> pages = new ArrayList<>();
        for (Page<Deal> page : deals.list(query.build()).pages()) {
            pages.add("page " + (pages.size() + 1) + ": "
                    + page.items().stream().map(Wording::describe).collect(Collectors.joining("  +  ")));
        }
        expect(pages.size() > 1, "there was one page only");
        return String.join("\n", pages);
    }

    private String update() {
        Deal deal = deals.update(
                id(0), DealUpdate.builder().name("Renamed by the tour").build());
        expect(deal.name().filter("Renamed by the tour"::equals).isPresent(), "the name is the old one");
        return describe(deal);
    }

    private String clear() {
        // Most vendors document that for a few fields only; where for none, the refusal tells.
        Iterator<DealField> clearable = can.clearableFields().iterator();
        DealField field = clearable.hasNext() ? clearable.next() : DealField.EXPECTED_CLOSE_ON;
        Deal deal = deals.update(id(0), DealUpdate.builder().clear(field).build());
        return describe(deal) + ", without " + field.key();
    }

    private String reopen() {
        Deal deal = deals.reopen(id(0));
        expect(deal.status() == DealStatus.OPEN, "the deal is " + deal.status());
        return describe(deal);
    }

    private String delete() {
        deals.delete(id(1));
        return failureOf(DealNotFoundException.class, () -> deals.get(id(1)));
    }

    private String emptyId() {
        return failureOf(InvalidRequestException.class, () -> deals.get(""));
    }

    private String wrongToken() {
        return failureOf(AuthenticationException.class, () -> stranger.get(id(0)));
    }

    private String id(int number) {
        expect(number < ids.size(), "there is no deal for this step");
        return ids.get(number);
    }

    private NewDeal newDeal(String name, String amount) {
        NewDeal.Builder deal = NewDeal.builder().name(name);
        if (takes(Operation.CREATE, DealField.VALUE)) {
            deal.value(DealValue.of(amount));
        }
        if (takes(Operation.CREATE, DealField.CONTACT_NAME)) {
            deal.contact(Contact.builder()
                    .name("Carlos Silva")
                    .email("carlos@startupxyz.com")
                    .build());
        }
        if (takes(Operation.CREATE, DealField.COMPANY_NAME)) {
            deal.company(Company.named("StartupXYZ"));
        }
        if (takes(Operation.CREATE, DealField.EXPECTED_CLOSE_ON)) {
            deal.expectedCloseOn(LocalDate.of(2026, 5, 1));
        }
        return deal.build();
    }

    private boolean takes(Operation operation, DealField field) {
        return can.writableFields(operation).contains(field);
    }
}
