package dev.dealsdk.internal.bridge;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a deal, a new deal and an update have in common, to be taken away and set one by one. Null is what is not
 * set. Used by one thread.
 */
final class DealParts {
    private @Nullable String name;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable ValuePeriod period;
    private @Nullable String contactId;
    private @Nullable String contactName;
    private @Nullable String contactEmail;
    private @Nullable String companyId;
    private @Nullable String companyName;
    private @Nullable List<String> ownerIds;
    private @Nullable List<LineItem> lineItems;
    private @Nullable List<String> tags;
    private @Nullable LocalDate expectedCloseOn;
    private @Nullable BigDecimal winProbability;
    private @Nullable String description;
    private @Nullable String lostReason;
    private @Nullable String wonReason;

    private DealParts() {}

    static DealParts of(NewDeal deal) {
        DealParts parts = new DealParts();
        parts.take(deal.name(), deal.value(), deal.contact(), deal.company());
        parts.take(deal.expectedCloseOn(), deal.winProbability(), deal.description());
        parts.ownerIds = filled(deal.ownerIds());
        parts.lineItems = filled(deal.lineItems());
        parts.tags = filled(deal.tags());
        return parts;
    }

    static DealParts of(DealUpdate update) {
        DealParts parts = new DealParts();
        parts.take(update.name(), update.value(), update.contact(), update.company());
        parts.take(update.expectedCloseOn(), update.winProbability(), update.description());
        parts.ownerIds = update.ownerIds().orElse(null);
        parts.lineItems = update.lineItems().orElse(null);
        parts.tags = update.tags().orElse(null);
        return parts;
    }

    static DealParts of(Deal deal) {
        DealParts parts = new DealParts();
        parts.take(deal.name(), deal.value(), deal.contact(), deal.company());
        parts.take(deal.expectedCloseOn(), deal.winProbability(), deal.description());
        parts.ownerIds = filled(deal.ownerIds());
        parts.lineItems = filled(deal.lineItems());
        parts.tags = filled(deal.tags());
        parts.lostReason = deal.lostReason().orElse(null);
        parts.wonReason = deal.wonReason().orElse(null);
        return parts;
    }

    private void take(
            Optional<String> text, Optional<DealValue> value, Optional<Contact> contact, Optional<Company> company) {
        name = text.orElse(null);
        amount = value.map(DealValue::amount).orElse(null);
        currency = value.flatMap(DealValue::currency).orElse(null);
        period = value.flatMap(DealValue::period).orElse(null);
        contactId = contact.flatMap(Contact::id).orElse(null);
        contactName = contact.flatMap(Contact::name).orElse(null);
        contactEmail = contact.flatMap(Contact::email).orElse(null);
        companyId = company.flatMap(Company::id).orElse(null);
        companyName = company.flatMap(Company::name).orElse(null);
    }

    private void take(Optional<LocalDate> close, Optional<BigDecimal> probability, Optional<String> text) {
        expectedCloseOn = close.orElse(null);
        winProbability = probability.orElse(null);
        description = text.orElse(null);
    }

    private static <T> @Nullable List<T> filled(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    boolean has(DealField field) {
        return text(field) != null;
    }

    /** What a field is set to, as text; null if it is not set, or none of these. */
    @Nullable
    String text(DealField field) {
        return switch (field) {
            case NAME -> name;
            case VALUE -> amount == null ? null : FieldText.of(amount);
            case CURRENCY -> currency;
            case VALUE_PERIOD -> period == null ? null : FieldText.of(period);
            case CONTACT_ID -> contactId;
            case CONTACT_NAME -> contactName;
            case CONTACT_EMAIL -> contactEmail;
            case COMPANY_ID -> companyId;
            case COMPANY_NAME -> companyName;
            case OWNERS -> ownerIds == null ? null : FieldText.ofTexts(ownerIds);
            case LINE_ITEMS -> lineItems == null ? null : FieldText.ofItems(lineItems);
            case TAGS -> tags == null ? null : FieldText.ofTexts(tags);
            case EXPECTED_CLOSE_ON -> expectedCloseOn == null ? null : expectedCloseOn.toString();
            case WIN_PROBABILITY -> winProbability == null ? null : FieldText.of(winProbability);
            case DESCRIPTION -> description;
            case LOST_REASON -> lostReason;
            case WON_REASON -> wonReason;
            case STAGE, CUSTOM_FIELDS, FINAL_VALUE, NOTE -> null;
        };
    }

    /**
     * Sets a field, or takes it away.
     *
     * @param text as of {@link #text}; null takes it away
     * @throws IllegalArgumentException if it is not a text of that field
     */
    void set(DealField field, @Nullable String text) {
        switch (field) {
            case NAME -> name = text;
            case VALUE -> amount = text == null ? null : FieldText.decimal(text);
            case CURRENCY -> currency = text == null ? null : FieldText.currency(text);
            case VALUE_PERIOD -> period = text == null ? null : FieldText.period(text);
            case CONTACT_ID -> contactId = text;
            case CONTACT_NAME -> contactName = text;
            case CONTACT_EMAIL -> contactEmail = text;
            case COMPANY_ID -> companyId = text;
            case COMPANY_NAME -> companyName = text;
            case OWNERS -> ownerIds = text == null ? null : FieldText.texts(text);
            case LINE_ITEMS -> lineItems = text == null ? null : FieldText.items(text);
            case TAGS -> tags = text == null ? null : FieldText.texts(text);
            case EXPECTED_CLOSE_ON -> expectedCloseOn = text == null ? null : FieldText.date(text);
            case WIN_PROBABILITY -> winProbability = text == null ? null : FieldText.percent(text);
            case DESCRIPTION -> description = text;
            case LOST_REASON -> lostReason = text;
            case WON_REASON -> wonReason = text;
            case STAGE, CUSTOM_FIELDS, FINAL_VALUE, NOTE -> {
                // Of a request, and of no deal.
            }
        }
    }

    @Nullable
    List<String> ownerIds() {
        return ownerIds;
    }

    void ownerIds(List<String> ids) {
        ownerIds = ids;
    }

    @Nullable
    String currency() {
        return currency;
    }

    private Optional<DealValue> value() {
        return amount == null
                ? Optional.empty()
                : Optional.of(DealValue.builder()
                        .amount(amount)
                        .currency(Optional.ofNullable(currency))
                        .period(Optional.ofNullable(period))
                        .build());
    }

    private Optional<Contact> contact() {
        return contactId == null && contactName == null && contactEmail == null
                ? Optional.empty()
                : Optional.of(Contact.builder()
                        .id(Optional.ofNullable(contactId))
                        .name(Optional.ofNullable(contactName))
                        .email(Optional.ofNullable(contactEmail))
                        .build());
    }

    private Optional<Company> company() {
        return companyId == null && companyName == null
                ? Optional.empty()
                : Optional.of(Company.builder()
                        .id(Optional.ofNullable(companyId))
                        .name(Optional.ofNullable(companyName))
                        .build());
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A new deal with these fields, and with all else as it was. */
    NewDeal.Builder newDeal(NewDeal deal) {
        NewDeal.Builder changed = NewDeal.builder();
        changed.from(deal)
                .name(Optional.ofNullable(name))
                .value(value())
                .contact(contact())
                .company(company())
                .ownerIds(listed(ownerIds))
                .lineItems(listed(lineItems))
                .tags(listed(tags))
                .expectedCloseOn(Optional.ofNullable(expectedCloseOn))
                .winProbability(Optional.ofNullable(winProbability))
                .description(Optional.ofNullable(description));
        return changed;
    }

    /** An update with these fields, and with all else as it was. */
    DealUpdate.Builder update(DealUpdate update) {
        DealUpdate.Builder changed = DealUpdate.builder();
        changed.from(update)
                .name(Optional.ofNullable(name))
                .value(value())
                .contact(contact())
                .company(company())
                .ownerIds(Optional.ofNullable(ownerIds))
                .lineItems(Optional.ofNullable(lineItems))
                .tags(Optional.ofNullable(tags))
                .expectedCloseOn(Optional.ofNullable(expectedCloseOn))
                .winProbability(Optional.ofNullable(winProbability))
                .description(Optional.ofNullable(description));
        return changed;
    }

    /** A deal with these fields, and with all else as it was. */
    Deal.Builder deal(Deal deal) {
        return Deal.builder()
                .from(deal)
                .name(Optional.ofNullable(name))
                .value(value())
                .contact(contact())
                .company(company())
                .ownerIds(listed(ownerIds))
                .lineItems(listed(lineItems))
                .tags(listed(tags))
                .expectedCloseOn(Optional.ofNullable(expectedCloseOn))
                .winProbability(Optional.ofNullable(winProbability))
                .description(Optional.ofNullable(description))
                .lostReason(Optional.ofNullable(lostReason))
                .wonReason(Optional.ofNullable(wonReason));
    }
}
