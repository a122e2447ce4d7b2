package dev.dealsdk.examples;

import static dev.dealsdk.examples.Narrator.expect;
import static dev.dealsdk.examples.Narrator.failureOf;
import static dev.dealsdk.examples.Wording.describe;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes deals through their whole life, through the neutral API alone: no line of it knows the vendor, and each vendor is
 * asked for the same. What it has no place for is bridged by its file; what no file can bridge is called all the same, to see
 * the refusal.
 */
final class Tour {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final DealsClient deals;
    private final DealsClient stranger;
    private final Narrator narrator;
    private final List<String> ids = new ArrayList<>();
    private Optional<UnsupportedByProviderException> createRefused = Optional.empty();

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
        narrator.step("read the stages", "deals.stages()", this::stages);
        narrator.step("create a deal", "deals.create(NewDeal \"StartupXYZ - Pro Plan\")", this::create);
        narrator.step("read it again", "deals.get(id)", this::get);
        narrator.step("move it by stage name", "deals.move(id, StageRef.named(\"negotiation\"))", this::move);
        narrator.step("win it", "deals.win(id, Win)", this::win);
        narrator.step("lose another one", "deals.lose(otherId, Loss)", this::lose);
        narrator.step("list open deals by pages", "deals.list(open, pages of two)", this::list);
        narrator.step("list the largest first", "deals.list(at least 1000, by value)", this::largest);
        narrator.step("update a field", "deals.update(id, new name)", this::update);
        narrator.step("clear a field", "deals.update(id, clear the tags)", this::clear);
        narrator.step("reopen the won deal", "deals.reopen(id)", this::reopen);
        narrator.step("delete a deal", "deals.delete(otherId), deals.get(otherId)", this::delete);
        narrator.step("use an empty id", "deals.get(\"\")", this::emptyId);
        narrator.step("use a wrong token", "stranger.get(id)", this::wrongToken);
    }

    private String stages() {
        List<Stage> stages = deals.stages();
        expect(!stages.isEmpty(), "the account has no stages");
        return stages.stream().map(Stage::name).collect(Collectors.joining(" | "));
    }

    private String create() {
        try {
            Deal deal = deals.create(newDeal("StartupXYZ - Pro Plan", "12000"));
            Deal other = deals.create(newDeal("Tiny Ltd - Trial", "1234.56"));
            ids.addAll(List.of(deal.id(), other.id()));
            return describe(deal) + "\n" + describe(other);
        } catch (UnsupportedByProviderException refused) {
            createRefused = Optional.of(refused);
            throw refused;
        }
    }

    private String get() {
        Deal deal = deals.get(id(1));
        expect(deal.id().equals(id(1)), "another deal came back");
        expect(
                deal.value().map(DealValue::amount).equals(Optional.of(new BigDecimal("1234.56"))),
                "1234.56 did not survive");
        expect(deal.contact().flatMap(Contact::email).isPresent(), "the address of the contact did not survive");
        expect(deal.company().flatMap(Company::name).isPresent(), "the company did not survive");
        expect(deal.tags().equals(List.of("trial", "2026")), "the tags did not survive");
        expect(deal.expectedCloseOn().equals(Optional.of(DAY)), "the day did not survive");
        return describe(deal) + ", " + deal.tags() + ", expected on " + DAY;
    }

    private String move() {
        Move move = Move.builder()
                .stage(StageRef.named("negotiation"))
                .note("Client approved the proposal")
                .build();
        Deal before = deals.get(id(0));
        Deal after = deals.move(id(0), move);
        expect(!after.stageId().equals(before.stageId()), "the deal is where it was");
        return describe(after);
    }

    private String win() {
        Win win = Win.builder()
                .finalValue(DealValue.of("12500.50"))
                .note("Signed 12-month contract")
                .build();
        Deal deal = deals.win(id(0), win);
        expect(deal.status() == DealStatus.WON, "the deal is " + deal.status());
        return describe(deal);
    }

    private String lose() {
        Deal deal = deals.lose(id(1), "competitor");
        expect(deal.status() == DealStatus.LOST, "the deal is " + deal.status());
        return describe(deal);
    }

    private String list() {
        for (String amount : List.of("1234.56", "0.1", "9007199254740993")) {
            Deal unused = deals.create(newDeal("Exactly " + amount, amount));
        }
        DealQuery.Builder query = DealQuery.builder().status(DealStatus.OPEN);
        // One vendor documents no size of a page: this is the only question that the tour asks before a call.
        boolean isSizeUpToUs = deals.capabilities().maxPageSize().isPresent();
        if (isSizeUpToUs) {
            query.pageSize(2);
        }
        List<String> pages = new ArrayList<>();
        for (Page<Deal> page : deals.list(query.build()).pages()) {
            expect(page.items().stream().allMatch(deal -> deal.status() == DealStatus.OPEN), "a deal is not open");
            pages.add("page " + (pages.size() + 1) + ": "
                    + page.items().stream()
                            .map(deal -> deal.name().orElse("(no name)"))
                            .collect(Collectors.joining(", ")));
        }
        expect(!isSizeUpToUs || pages.size() > 1, "there was one page only");
        return String.join("\n", pages);
    }

    private String largest() {
        DealQuery query = DealQuery.builder()
                .minValue(new BigDecimal("1000"))
                .sort(DealSort.VALUE_DESCENDING)
                .build();
        List<BigDecimal> amounts = deals.list(query).stream()
                .flatMap(deal -> deal.value().stream())
                .map(DealValue::amount)
                .toList();
        expect(amounts.contains(new BigDecimal("9007199254740993")), "the largest is not there");
        expect(amounts.equals(amounts.stream().sorted(Comparator.reverseOrder()).toList()), "the order is another one");
        return amounts.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" | "));
    }

    private String update() {
        Deal deal = deals.update(
                id(0), DealUpdate.builder().name("Renamed by the tour").build());
        expect(deal.name().filter("Renamed by the tour"::equals).isPresent(), "the name is the old one");
        return describe(deal);
    }

    private String clear() {
        Deal deal =
                deals.update(id(0), DealUpdate.builder().clear(DealField.TAGS).build());
        expect(deal.tags().isEmpty(), "the tags are still there");
        return describe(deal) + ", without tags";
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
        if (createRefused.isPresent()) {
            throw createRefused.get();
        }
        expect(number < ids.size(), "there is no deal for this step");
        return ids.get(number);
    }

    private static NewDeal newDeal(String name, String amount) {
        return NewDeal.builder()
                .name(name)
                .value(DealValue.of(amount))
                .stage(StageRef.named("qualification"))
                .contact(Contact.builder()
                        .name("Carlos Silva")
                        .email("carlos@startupxyz.com")
                        .build())
                .company(Company.named("StartupXYZ"))
                .addTags("trial", "2026")
                .expectedCloseOn(DAY)
                .build();
    }
}
