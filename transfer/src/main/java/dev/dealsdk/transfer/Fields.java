package dev.dealsdk.transfer;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts deals to texts by field name, so that deals of two vendors can be compared: {@code value}, {@code
 * expected-close-on}, {@code custom.KEY}, {@code extra.NAME}, {@code stage} (an id) and {@code status}. Absent fields have
 * no entry. Also builds requests with some of the fields.
 */
final class Fields {
    static final String STATUS = "status";
    static final String STAGE = "stage";
    static final String CUSTOM = "custom.";
    static final String EXTRA = "extra.";
    private static final Map<DealField, String> NAMES = names(DealField.values());
    private static final Map<String, DealField> BY_NAME = byName();

    /** Fields that contain ids of related records, which are valid in one account only. */
    private static final Set<DealField> RECORDS =
            EnumSet.of(DealField.CONTACT_ID, DealField.COMPANY_ID, DealField.LINE_ITEMS);

    private Fields() {}

    static boolean isRecord(DealField field) {
        return RECORDS.contains(field);
    }

    private static Map<String, DealField> byName() {
        Map<String, DealField> names = new LinkedHashMap<>();
        for (DealField field : DealField.values()) {
            if (field != DealField.CUSTOM_FIELDS && field != DealField.NOTE && field != DealField.FINAL_VALUE) {
                names.put(name(field), field);
            }
        }
        return names;
    }

    private static Map<DealField, String> names(DealField... fields) {
        Map<DealField, String> names = new EnumMap<>(DealField.class);
        for (DealField field : fields) {
            names.put(
                    field,
                    field == DealField.LOST_REASON
                            ? "lost-reason"
                            : field.key()
                                    .replace('.', '-')
                                    .replaceAll("([A-Z])", "-$1")
                                    .toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The name in kebab case, as in the configuration. */
    static String name(DealField field) {
        return NAMES.getOrDefault(field, "");
    }

    static Optional<DealField> field(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The fields of an existing deal, with the id of its stage. */
    static SortedMap<String, String> of(Deal deal) {
        SortedMap<String, String> texts = new TreeMap<>();
        put(texts, DealField.NAME, deal.name());
        put(texts, deal.value());
        put(texts, deal.contact(), deal.company());
        put(texts, deal.ownerIds(), deal.lineItems(), deal.tags());
        put(texts, DealField.EXPECTED_CLOSE_ON, deal.expectedCloseOn());
        put(texts, DealField.WIN_PROBABILITY, deal.winProbability().map(Fields::plain));
        put(texts, DealField.DESCRIPTION, deal.description());
        put(texts, DealField.LOST_REASON, deal.lostReason());
        put(texts, DealField.WON_REASON, deal.wonReason());
        deal.stageId().ifPresent(id -> texts.put(STAGE, id));
        texts.put(STATUS, deal.status().name());
        putAll(texts, CUSTOM, deal.customFields());
        putAll(texts, EXTRA, deal.extras());
        return texts;
    }

    /** The fields of a new deal, without its stage, which may be a name or an id. */
    static SortedMap<String, String> of(NewDeal deal) {
        SortedMap<String, String> texts = new TreeMap<>();
        put(texts, DealField.NAME, deal.name());
        put(texts, deal.value());
        put(texts, deal.contact(), deal.company());
        put(texts, deal.ownerIds(), deal.lineItems(), deal.tags());
        put(texts, DealField.EXPECTED_CLOSE_ON, deal.expectedCloseOn());
        put(texts, DealField.WIN_PROBABILITY, deal.winProbability().map(Fields::plain));
        put(texts, DealField.DESCRIPTION, deal.description());
        putAll(texts, CUSTOM, deal.customFields());
        putAll(texts, EXTRA, deal.extras());
        return texts;
    }

    private static void put(Map<String, String> texts, DealField field, Optional<?> value) {
        value.map(String::valueOf).filter(text -> !text.isEmpty()).ifPresent(text -> texts.put(name(field), text));
    }

    private static void put(Map<String, String> texts, Optional<DealValue> value) {
        put(texts, DealField.VALUE, value.map(DealValue::amount).map(Fields::plain));
        put(texts, DealField.CURRENCY, value.flatMap(DealValue::currency));
        put(texts, DealField.VALUE_PERIOD, value.flatMap(DealValue::period));
    }

    private static void put(Map<String, String> texts, Optional<Contact> contact, Optional<Company> company) {
        put(texts, DealField.CONTACT_ID, contact.flatMap(Contact::id));
        put(texts, DealField.CONTACT_NAME, contact.flatMap(Contact::name));
        put(texts, DealField.CONTACT_EMAIL, contact.flatMap(Contact::email));
        put(texts, DealField.COMPANY_ID, company.flatMap(Company::id));
        put(texts, DealField.COMPANY_NAME, company.flatMap(Company::name));
    }

    private static void put(Map<String, String> texts, List<String> owners, List<LineItem> items, List<String> tags) {
        put(texts, DealField.OWNERS, joined(owners));
        // Names and prices are left out, since a vendor may set its own.
        put(
                texts,
                DealField.LINE_ITEMS,
                joined(items.stream()
                        .map(item -> item.itemId() + " x "
                                + item.quantity().map(Fields::plain).orElse("1"))
                        .toList()));
        put(texts, DealField.TAGS, joined(tags));
    }

    /** Sorted, so that the order does not matter. */
    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static void putAll(
            Map<String, String> texts, String prefix, Map<String, ? extends @Nullable Object> values) {
        values.forEach((key, value) -> {
            if (value != null && !value.equals("") && !(value instanceof List<?> list && list.isEmpty())) {
                texts.put(prefix + key, text(value));
            }
        });
    }

    /** A JSON value as text: strings unchanged, all others as JSON. */
    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        String json = new String(JsonWriter.object(writer -> writer.value("v", value)), StandardCharsets.UTF_8);
        return json.substring("{\"v\":".length(), json.length() - 1);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A new deal with some of the fields of another, without reference and stage. */
    static NewDeal.Builder some(NewDeal deal, Predicate<String> named) {
        NewDeal.Builder some = NewDeal.builder()
                .name(deal.name().filter(unused -> named.test(name(DealField.NAME))))
                .value(value(deal, named))
                .contact(contact(deal, named))
                .company(company(deal, named))
                .expectedCloseOn(deal.expectedCloseOn().filter(unused -> named.test(name(DealField.EXPECTED_CLOSE_ON))))
                .winProbability(deal.winProbability().filter(unused -> named.test(name(DealField.WIN_PROBABILITY))))
                .description(deal.description().filter(unused -> named.test(name(DealField.DESCRIPTION))));
        if (named.test(name(DealField.OWNERS))) {
            some.addAllOwnerIds(deal.ownerIds());
        }
        if (named.test(name(DealField.LINE_ITEMS))) {
            some.addAllLineItems(deal.lineItems());
        }
        if (named.test(name(DealField.TAGS))) {
            some.addAllTags(deal.tags());
        }
        return some.customFields(some(deal.customFields(), CUSTOM, named)).extras(some(deal.extras(), EXTRA, named));
    }

    /** An update that sets some of the fields of a deal. */
    static DealUpdate.Builder update(NewDeal deal, Predicate<String> named) {
        DealUpdate.Builder update = DealUpdate.builder();
        NewDeal some = some(deal, named).build();
        update.name(some.name())
                .value(some.value())
                .contact(some.contact())
                .company(some.company())
                .expectedCloseOn(some.expectedCloseOn())
                .winProbability(some.winProbability())
                .description(some.description())
                .customFields(some.customFields())
                .extras(some.extras());
        if (!some.ownerIds().isEmpty()) {
            update.ownerIds(some.ownerIds());
        }
        if (!some.lineItems().isEmpty()) {
            update.lineItems(some.lineItems());
        }
        if (!some.tags().isEmpty()) {
            update.tags(some.tags());
        }
        return update;
    }

    private static Map<String, @Nullable Object> some(
            Map<String, @Nullable Object> values, String prefix, Predicate<String> named) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (named.test(prefix + key)) {
                some.put(key, value);
            }
        });
        return some;
    }

    /** The whole value, since currency and period need an amount. */
    private static Optional<DealValue> value(NewDeal deal, Predicate<String> named) {
        boolean any = named.test(name(DealField.VALUE))
                || named.test(name(DealField.CURRENCY))
                || named.test(name(DealField.VALUE_PERIOD));
        return deal.value().filter(unused -> any);
    }

    private static Optional<Contact> contact(NewDeal deal, Predicate<String> named) {
        return deal.contact()
                .map(contact -> Contact.builder()
                        .id(contact.id().filter(unused -> named.test(name(DealField.CONTACT_ID))))
                        .name(contact.name().filter(unused -> named.test(name(DealField.CONTACT_NAME))))
                        .email(contact.email().filter(unused -> named.test(name(DealField.CONTACT_EMAIL))))
                        .build())
                .filter(contact -> contact.id().isPresent()
                        || contact.name().isPresent()
                        || contact.email().isPresent());
    }

    private static Optional<Company> company(NewDeal deal, Predicate<String> named) {
        return deal.company()
                .map(company -> Company.builder()
                        .id(company.id().filter(unused -> named.test(name(DealField.COMPANY_ID))))
                        .name(company.name().filter(unused -> named.test(name(DealField.COMPANY_NAME))))
                        .build())
                .filter(company -> company.id().isPresent() || company.name().isPresent());
    }

    static boolean isClosed(DealStatus status) {
        return status == DealStatus.WON || status == DealStatus.LOST;
    }
}
