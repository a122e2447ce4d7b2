package foreignmock;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Calls every operation that a provider claims, with every field, filter and order that it claims, at a mock server that
 * refuses what its contract does not allow. Arguments: a properties file with samples, and the server's URL.
 */
public final class ForeignMock {
    private final DealsClient deals;
    private final Capabilities capabilities;
    private final Properties samples;
    private int failures;

    private ForeignMock(DealsClient deals, Properties samples) {
        this.deals = deals;
        this.capabilities = deals.capabilities();
        this.samples = samples;
    }

    /** Exits with 1 if any call is refused. */
    public static void main(String[] args) throws IOException {
        Properties samples = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            samples.load(in);
        }
        Map<String, String> config = new LinkedHashMap<>(Map.of("deals.base-url", args[1], "deals.max-attempts", "1"));
        samples.stringPropertyNames().stream()
                .filter(name -> name.startsWith("deals."))
                .forEach(name -> config.put(name, samples.getProperty(name)));
        try (DealsClient deals = DealsClient.connect(DealsConfig.from(config))) {
            ForeignMock check = new ForeignMock(deals, samples);
            check.callEverything();
            if (check.failures > 0) {
                System.exit(1);
            }
        }
    }

    private void callEverything() {
        call(Operation.LIST_STAGES, "", deals::stages);
        call(Operation.CREATE, "", () -> deals.create(newDeal()));
        call(Operation.GET, "", () -> deals.get(id(Operation.GET)));
        call(Operation.UPDATE, "", () -> deals.update(id(Operation.UPDATE), update()));
        // A sample shows the same values before and after, which Backside's provider tells from a value that is gone.
        boolean clears = sample("clears").map(Boolean::valueOf).orElse(true);
        for (DealField field : clears ? capabilities.clearableFields() : Set.<DealField>of()) {
            call(Operation.UPDATE, " clear " + field, () -> deals.update(id(Operation.UPDATE), DealUpdate.builder().clear(field).build()));
        }
        call(Operation.MOVE, "", () -> deals.move(id(Operation.MOVE), move()));
        call(Operation.WIN, "", () -> deals.win(id(Operation.WIN), win()));
        call(Operation.LOSE, "", () -> deals.lose(id(Operation.LOSE), loss()));
        call(Operation.REOPEN, "", () -> deals.reopen(id(Operation.REOPEN), reopen()));
        call(Operation.DELETE, "", () -> {
            deals.delete(id(Operation.DELETE));
            return "";
        });
        call(Operation.LIST, "", () -> firstPage(DealQuery.all()));
        for (DealFilter filter : capabilities.filters()) {
            call(Operation.LIST, " by " + filter, () -> firstPage(filteredBy(filter)));
        }
        for (DealSort sort : capabilities.sorts()) {
            call(Operation.LIST, " sorted " + sort, () -> firstPage(DealQuery.builder().sort(sort).build()));
        }
    }

    private Object firstPage(DealQuery query) {
        return deals.list(query).pages().iterator().next();
    }

    private void call(Operation operation, String how, java.util.function.Supplier<?> call) {
        if (!capabilities.supports(operation)) {
            return;
        }
        try {
            call.get();
            System.out.println("  ok      " + operation.key() + how);
        } catch (DealsException refused) {
            failures++;
            System.out.println("  REFUSED " + operation.key() + how + ": " + refused.getMessage());
        }
    }

    private NewDeal newDeal() {
        Set<DealField> fields = capabilities.writableFields(Operation.CREATE);
        NewDeal.Builder deal = NewDeal.builder().extras(extras(Operation.CREATE));
        if (fields.contains(DealField.NAME)) {
            deal.name("StartupXYZ - Pro Plan");
        }
        value(fields, DealField.VALUE).ifPresent(deal::value);
        if (fields.contains(DealField.STAGE)) {
            deal.stage(stage());
        }
        contact(fields).ifPresent(deal::contact);
        company(fields).ifPresent(deal::company);
        if (fields.contains(DealField.OWNERS)) {
            deal.addOwnerIds(sample("owner").orElseThrow());
        }
        if (fields.contains(DealField.TAGS)) {
            deal.addTags("enterprise");
        }
        if (fields.contains(DealField.CUSTOM_FIELDS)) {
            deal.putCustomFields(sample("custom-field").orElse("contract_type"), "annual");
        }
        if (fields.contains(DealField.LINE_ITEMS)) {
            deal.addLineItems(lineItem());
        }
        if (fields.contains(DealField.EXPECTED_CLOSE_ON)) {
            deal.expectedCloseOn(LocalDate.of(2026, 5, 1));
        }
        if (fields.contains(DealField.WIN_PROBABILITY)) {
            deal.winProbability(new BigDecimal("75"));
        }
        if (fields.contains(DealField.DESCRIPTION)) {
            deal.description("From the documented sample");
        }
        return deal.build();
    }

    private DealUpdate update() {
        Set<DealField> fields = capabilities.writableFields(Operation.UPDATE);
        DealUpdate.Builder update = DealUpdate.builder().extras(extras(Operation.UPDATE));
        if (fields.contains(DealField.NAME)) {
            update.name("Renamed");
        }
        value(fields, DealField.VALUE).ifPresent(update::value);
        contact(fields).ifPresent(update::contact);
        company(fields).ifPresent(update::company);
        if (fields.contains(DealField.OWNERS)) {
            update.ownerIds(List.of(sample("owner").orElseThrow()));
        }
        if (fields.contains(DealField.TAGS)) {
            update.tags(List.of("enterprise"));
        }
        if (fields.contains(DealField.CUSTOM_FIELDS)) {
            update.putCustomFields(sample("custom-field").orElse("contract_type"), "annual");
        }
        if (fields.contains(DealField.LINE_ITEMS)) {
            update.lineItems(List.of(lineItem()));
        }
        if (fields.contains(DealField.EXPECTED_CLOSE_ON)) {
            update.expectedCloseOn(LocalDate.of(2026, 5, 1));
        }
        if (fields.contains(DealField.WIN_PROBABILITY)) {
            update.winProbability(new BigDecimal("75"));
        }
        if (fields.contains(DealField.DESCRIPTION)) {
            update.description("From the documented sample");
        }
        return update.build();
    }

    private Move move() {
        Move.Builder move = Move.builder().stage(stage()).extras(extras(Operation.MOVE));
        return (takes(Operation.MOVE, DealField.NOTE) ? move.note("A note") : move).build();
    }

    private Win win() {
        Win.Builder win = Win.builder().extras(extras(Operation.WIN));
        value(capabilities.writableFields(Operation.WIN), DealField.FINAL_VALUE).ifPresent(win::finalValue);
        if (takes(Operation.WIN, DealField.WON_REASON)) {
            win.wonReason("Best offer");
        }
        return (takes(Operation.WIN, DealField.NOTE) ? win.note("A note") : win).build();
    }

    private Loss loss() {
        Loss.Builder loss = Loss.builder().extras(extras(Operation.LOSE));
        if (takes(Operation.LOSE, DealField.LOST_REASON)) {
            loss.reason(sample("lost-reason").orElse("Lost to competitor"));
        }
        return (takes(Operation.LOSE, DealField.NOTE) ? loss.note("A note") : loss).build();
    }

    private Reopen reopen() {
        Reopen.Builder reopen = Reopen.builder().extras(extras(Operation.REOPEN));
        if (takes(Operation.REOPEN, DealField.STAGE)) {
            reopen.stage(stage());
        }
        if (takes(Operation.REOPEN, DealField.OWNERS)) {
            reopen.addOwnerIds(sample("owner").orElseThrow());
        }
        return reopen.build();
    }

    private DealQuery filteredBy(DealFilter filter) {
        DealQuery.Builder query = DealQuery.builder();
        return (switch (filter) {
                    case STATUS -> query.status(DealStatus.OPEN);
                    case STAGE -> query.stage(stage());
                    case OWNER -> query.ownerId(sample("owner").orElseThrow());
                    case TEAM -> query.teamId(sample("team").orElseThrow());
                    case MIN_VALUE -> query.minValue(new BigDecimal("1.5"));
                    case MAX_VALUE -> query.maxValue(new BigDecimal("9007199254740993"));
                    case EXPECTED_CLOSE_AFTER -> query.expectedCloseAfter(LocalDate.of(2026, 1, 1));
                    case EXPECTED_CLOSE_BEFORE -> query.expectedCloseBefore(LocalDate.of(2026, 12, 31));
                    case TEXT -> query.text("Müller & Söhne");
                })
                .build();
    }

    private boolean takes(Operation operation, DealField field) {
        return capabilities.writableFields(operation).contains(field);
    }

    private Optional<DealValue> value(Set<DealField> fields, DealField field) {
        if (!fields.contains(field)) {
            return Optional.empty();
        }
        DealValue.Builder value = DealValue.builder().amount(new BigDecimal("12000.55"));
        if (fields.contains(DealField.CURRENCY)) {
            value.currency("USD");
        }
        if (fields.contains(DealField.VALUE_PERIOD)) {
            value.period(ValuePeriod.ANNUAL);
        }
        return Optional.of(value.build());
    }

    private Optional<Contact> contact(Set<DealField> fields) {
        Contact.Builder contact = Contact.builder();
        if (fields.contains(DealField.CONTACT_ID)) {
            contact.id(sample("contact").orElseThrow());
        }
        if (fields.contains(DealField.CONTACT_NAME)) {
            contact.name("Carlos Silva");
        }
        if (fields.contains(DealField.CONTACT_EMAIL)) {
            contact.email("carlos@startupxyz.com");
        }
        Contact built = contact.build();
        return built.equals(Contact.builder().build()) ? Optional.empty() : Optional.of(built);
    }

    private Optional<Company> company(Set<DealField> fields) {
        if (fields.contains(DealField.COMPANY_ID)) {
            return Optional.of(Company.builder().id(sample("company").orElseThrow()).build());
        }
        return fields.contains(DealField.COMPANY_NAME) ? Optional.of(Company.named("StartupXYZ")) : Optional.empty();
    }

    private LineItem lineItem() {
        return LineItem.builder()
                .itemId(sample("line-item").orElseThrow())
                .type(sample("line-item-type"))
                .build();
    }

    private StageRef stage() {
        return StageRef.id(sample("stage").orElseThrow());
    }

    private Map<String, Object> extras(Operation operation) {
        Map<String, Object> extras = new LinkedHashMap<>();
        for (String name : capabilities.extras(operation)) {
            sample("extras." + name).ifPresent(text -> extras.put(name, json(text)));
        }
        return extras;
    }

    private static Object json(String text) {
        if (text.startsWith("number:")) {
            return new BigDecimal(text.substring("number:".length()));
        }
        return text.startsWith("list:") ? List.of(text.substring("list:".length())) : text;
    }

    /** The id that the sample response of one operation carries: an answer about another deal is refused. */
    private String id(Operation operation) {
        return sample("deal." + operation.key()).or(() -> sample("deal")).orElseThrow();
    }

    private Optional<String> sample(String name) {
        return Optional.ofNullable(samples.getProperty("sample." + name));
    }
}
