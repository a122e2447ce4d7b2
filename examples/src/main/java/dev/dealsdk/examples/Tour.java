package dev.dealsdk.examples;

import static dev.dealsdk.examples.Narrator.describe;
import static dev.dealsdk.examples.Narrator.expect;
import static dev.dealsdk.examples.Narrator.failureOf;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
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
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes deals through their whole life, through the neutral API alone: no line of it knows the vendor. */
final class Tour {
    private final DealsClient deals;
    private final DealsClient stranger;
    private final Narrator narrator;
    private final List<String> created = new ArrayList<>();
    private String stage = "";

    /**
     * A tour of one account.
     *
     * @param stranger a client of the same account with a token that is not its own
     */
    Tour(DealsClient deals, DealsClient stranger, Narrator narrator) {
        this.deals = deals;
        this.stranger = stranger;
        this.narrator = narrator;
    }

    void walk() {
        narrator.step("Read the stages of the pipeline", "deals.stages()", this::stages);
        narrator.step("Create a deal", "deals.create(NewDeal \"StartupXYZ - Pro Plan\")", this::create);
        narrator.step("Move it to a stage, by name", "deals.move(id, StageRef.named(\"" + stage + "\"))", this::move);
        narrator.step("Win it", "deals.win(id, Win with final value 12500.50)", this::win);
        narrator.step("Lose another one", "deals.create(...), deals.lose(id, reason)", this::lose);
        narrator.step("Create three more, with amounts a double would spoil", "deals.create(...)", this::createThree);
        narrator.step("List what is open, two a page", "deals.list(DealQuery.open(), page size 2)", this::listOpen);
        narrator.step("Update a field and clear another", "deals.update(id, name, clear tags)", this::update);
        narrator.step("Delete it", "deals.delete(id), deals.get(id)", this::delete);
        narrator.step("Ask for what this vendor cannot do", "deals.reopen(id)", this::reopen);
        narrator.step("Lose a deal without a reason", "deals.lose(id, \"\")", this::loseWithoutReason);
        narrator.step("Come with a wrong token", "stranger.stages()", this::wrongToken);
    }

    private String stages() {
        List<Stage> stages = deals.stages();
        expect(!stages.isEmpty(), "the account has no stages");
        stage = stages.get(stages.size() / 2).name();
        return stages.stream().map(Stage::name).collect(Collectors.joining(" | "));
    }

    private String create() {
        Deal deal = deals.create(NewDeal.builder()
                .name("StartupXYZ - Pro Plan")
                .value(DealValue.of("12000"))
                .contact(Contact.builder()
                        .name("Carlos Silva")
                        .email("carlos@startupxyz.com")
                        .build())
                .company(Company.named("StartupXYZ"))
                .expectedCloseOn(LocalDate.of(2026, 5, 1))
                .build());
        created.add(deal.id());
        expect(deal.status() == DealStatus.OPEN, "a new deal is not open");
        return describe(deal);
    }

    private String move() {
        Deal deal = deals.move(
                created.get(0),
                Move.builder()
                        .stage(StageRef.named(stage))
                        .note("Client approved the proposal")
                        .build());
        expect(deal.stageName().filter(stage::equals).isPresent(), "the deal is not in " + stage);
        return describe(deal);
    }

    private String win() {
        Deal deal = deals.win(
                created.get(0),
                Win.builder()
                        .finalValue(DealValue.of("12500.50"))
                        .note("Signed 12-month contract")
                        .build());
        expect(deal.status() == DealStatus.WON, "the deal is not won");
        return describe(deal);
    }

    private String lose() {
        String id = createNamed("Tiny Ltd - Trial", "300");
        Deal deal = deals.lose(
                id,
                Loss.builder()
                        .reason("Lost to competitor")
                        .note("Lower pricing elsewhere")
                        .build());
        expect(deal.status() == DealStatus.LOST, "the deal is not lost");
        return describe(deal);
    }

    private String createThree() {
        List<String> amounts = List.of("1234.56", "0.1", "9007199254740993");
        for (String amount : amounts) {
            DealValue read =
                    deals.get(createNamed("Exactly " + amount, amount)).value().orElseThrow();
            expect(read.equals(DealValue.of(amount)), amount + " came back as " + read.amount());
        }
        return "read back to the last digit: " + String.join(", ", amounts);
    }

    private String listOpen() {
        List<String> pages = new ArrayList<>();
        DealQuery open = DealQuery.builder().status(DealStatus.OPEN).pageSize(2).build();
        for (Page<Deal> page : deals.list(open).pages()) {
            expect(page.items().stream().allMatch(deal -> deal.status() == DealStatus.OPEN), "one is not open");
            pages.add("page " + (pages.size() + 1) + ": "
                    + page.items().stream().map(Narrator::describe).collect(Collectors.joining("  +  ")));
        }
        expect(pages.size() > 1, "there was one page only");
        return String.join("\n", pages);
    }

    private String update() {
        String id = created.get(created.size() - 1);
        deals.update(id, DealUpdate.builder().tags(List.of("tour", "renewal")).build());
        Deal deal = deals.update(
                id,
                DealUpdate.builder()
                        .name("Renamed by the tour")
                        .clear(DealField.TAGS)
                        .build());
        expect(deal.name().filter("Renamed by the tour"::equals).isPresent(), "the name is the old one");
        expect(deal.tags().isEmpty(), "the tags are still there");
        return describe(deal) + ", no tags";
    }

    private String delete() {
        String id = created.remove(created.size() - 1);
        deals.delete(id);
        return failureOf(DealNotFoundException.class, () -> deals.get(id));
    }

    private String reopen() {
        return failureOf(UnsupportedByProviderException.class, () -> deals.reopen(created.get(0)));
    }

    private String loseWithoutReason() {
        return failureOf(InvalidRequestException.class, () -> deals.lose(created.get(0), ""));
    }

    private String wrongToken() {
        return failureOf(AuthenticationException.class, stranger::stages);
    }

    private String createNamed(String name, String amount) {
        Deal deal = deals.create(
                NewDeal.builder().name(name).value(DealValue.of(amount)).build());
        created.add(deal.id());
        return deal.id();
    }
}
