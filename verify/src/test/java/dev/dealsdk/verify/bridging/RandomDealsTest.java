package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.testkit.VendorSimulator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random deals under random bridges: what a create accepts is what is read, or its name is in deals.drop. */
class RandomDealsTest {
    private static final int FILES = 12;
    private static final int DEALS = 8;
    private static final String[] TEXTS = {
        "Plain", "Zürich & Söhne", "a \"quoted\" one", "line\nbreak", "日本語", "emoji 🚀", "[1,2]", "12.50", "null"
    };

    private static final List<ValuePeriod> PERIODS = List.of(ValuePeriod.values());

    /** What can be compared of a deal, by field. */
    private static final Map<DealField, Function<Deal, Object>> READ = new LinkedHashMap<>();

    private static final Map<DealField, Function<NewDeal, Object>> ASKED = new LinkedHashMap<>();

    static {
        pair(
                DealField.VALUE,
                deal -> deal.value().map(DealValue::amount),
                deal -> deal.value().map(DealValue::amount));
        pair(
                DealField.VALUE_PERIOD,
                deal -> deal.value().flatMap(DealValue::period),
                deal -> deal.value().flatMap(DealValue::period));
        pair(
                DealField.CONTACT_NAME,
                deal -> deal.contact().flatMap(Contact::name),
                deal -> deal.contact().flatMap(Contact::name));
        pair(
                DealField.COMPANY_NAME,
                deal -> deal.company().flatMap(Company::name),
                deal -> deal.company().flatMap(Company::name));
        pair(DealField.TAGS, Deal::tags, NewDeal::tags);
        pair(
                DealField.LINE_ITEMS,
                deal -> deal.lineItems().stream().map(LineItem::itemId).toList(),
                deal -> deal.lineItems().stream().map(LineItem::itemId).toList());
        pair(DealField.EXPECTED_CLOSE_ON, Deal::expectedCloseOn, NewDeal::expectedCloseOn);
        pair(DealField.WIN_PROBABILITY, Deal::winProbability, NewDeal::winProbability);
        pair(DealField.DESCRIPTION, Deal::description, NewDeal::description);
    }

    private static void pair(DealField field, Function<Deal, Object> read, Function<NewDeal, Object> asked) {
        READ.put(field, read);
        ASKED.put(field, asked);
    }

    @ParameterizedTest
    @EnumSource
    void create_randomDealUnderRandomBridges_isReadAsItWasMadeOrItsFieldIsDropped(BridgedVendor vendor) {
        Random random = new Random(vendor.name().hashCode());
        int accepted = 0;
        try (VendorSimulator simulator = vendor.start()) {
            for (int file = 0; file < FILES; file++) {
                Map<String, String> settings = settings(vendor, random);
                settings.putAll(simulator.config());
                String dropped = settings.getOrDefault("deals.drop", "");
                try (DealsClient deals = DealsClient.connect(DealsConfig.from(settings))) {
                    for (int i = 0; i < DEALS; i++) {
                        accepted += createAndCompare(deals, random(random), dropped) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(accepted).as("deals that were accepted").isGreaterThan(FILES);
    }

    /** Some of the lines of the vendor's file, and some fields dropped instead of kept. */
    private static Map<String, String> settings(BridgedVendor vendor, Random random) {
        Map<String, String> settings = new HashMap<>(vendor.settings());
        List<String> dropped = new ArrayList<>();
        for (String key : vendor.settings().keySet()) {
            if (key.startsWith("deals.keep.")
                    && !key.equals("deals.keep.final-value")
                    && !key.equals("deals.keep.value")
                    && random.nextInt(3) == 0) {
                settings.remove(key);
                if (random.nextBoolean()) {
                    dropped.add(key.substring("deals.keep.".length()));
                }
            }
        }
        if (!dropped.isEmpty()) {
            settings.put("deals.drop", String.join(",", dropped));
        }
        return settings;
    }

    private static NewDeal random(Random random) {
        NewDeal.Builder deal = NewDeal.builder();
        deal.name("Deal " + random.nextInt(1000));
        if (random.nextBoolean()) {
            DealValue.Builder value = DealValue.builder();
            value.amount(new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(4)));
            if (random.nextInt(3) == 0) {
                value.period(PERIODS.get(random.nextInt(PERIODS.size())));
            }
            deal.value(value.build());
        }
        if (random.nextInt(3) == 0) {
            deal.contact(Contact.builder().name(text(random)).build());
        }
        if (random.nextInt(3) == 0) {
            deal.company(Company.named(text(random)));
        }
        if (random.nextInt(3) == 0) {
            deal.addTags(text(random), "second");
        }
        if (random.nextInt(4) == 0) {
            deal.addLineItems(LineItem.builder()
                    .itemId("utype_f18fc91387cdf710")
                    .type("unit_type")
                    .build());
        }
        if (random.nextInt(3) == 0) {
            deal.expectedCloseOn(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
        }
        if (random.nextInt(4) == 0) {
            deal.winProbability(new BigDecimal(random.nextInt(101)));
        }
        if (random.nextInt(3) == 0) {
            deal.description(text(random));
        }
        return deal.build();
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    /** Whether it was accepted. */
    private static boolean createAndCompare(DealsClient deals, NewDeal asked, String dropped) {
        String id;
        try {
            id = deals.create(asked).id();
        } catch (DealsException refused) {
            assertThat(refused.outcome()).as("%s", refused.getMessage()).isEqualTo(Outcome.NOT_SENT);
            return false;
        }
        List<Deal> reads = new ArrayList<>(List.of(deals.get(id)));
        deals.list(DealQuery.all()).stream()
                .filter(deal -> deal.id().equals(id))
                .forEach(reads::add);
        assertThat(reads).hasSize(2);
        ASKED.forEach((field, part) -> {
            Object said = part.apply(asked);
            boolean nothing = said.equals(Optional.empty()) || said.equals(List.of());
            if (nothing || List.of(dropped.split(",", -1)).contains(name(field))) {
                return;
            }
            boolean writable =
                    deals.capabilities().writableFields(Operation.CREATE).contains(field);
            assertThat(writable).as("%s was accepted", field).isTrue();
            for (Deal read : reads) {
                assertThat(Objects.requireNonNull(READ.get(field)).apply(read))
                        .as("%s of %s", field, asked)
                        .isEqualTo(said);
            }
        });
        return true;
    }

    private static String name(DealField field) {
        return field.key().replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
