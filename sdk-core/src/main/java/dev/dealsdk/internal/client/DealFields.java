package dev.dealsdk.internal.client;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which {@link DealField}s a request sets. */
public final class DealFields {
    private DealFields() {}

    static Set<DealField> of(NewDeal deal) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        add(fields, DealField.NAME, deal.name().isPresent());
        addValue(fields, deal.value());
        add(fields, DealField.STAGE, deal.stage().isPresent());
        addContact(fields, deal.contact());
        addCompany(fields, deal.company());
        add(fields, DealField.OWNERS, !deal.ownerIds().isEmpty());
        add(fields, DealField.LINE_ITEMS, !deal.lineItems().isEmpty());
        add(fields, DealField.TAGS, !deal.tags().isEmpty());
        add(fields, DealField.CUSTOM_FIELDS, !deal.customFields().isEmpty());
        add(fields, DealField.EXPECTED_CLOSE_ON, deal.expectedCloseOn().isPresent());
        add(fields, DealField.WIN_PROBABILITY, deal.winProbability().isPresent());
        add(fields, DealField.DESCRIPTION, deal.description().isPresent());
        return fields;
    }

    /** The fields an update sets; those it clears are not among them. */
    public static Set<DealField> of(DealUpdate update) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        add(fields, DealField.NAME, update.name().isPresent());
        addValue(fields, update.value());
        addContact(fields, update.contact());
        addCompany(fields, update.company());
        add(fields, DealField.OWNERS, update.ownerIds().isPresent());
        add(fields, DealField.LINE_ITEMS, update.lineItems().isPresent());
        add(fields, DealField.TAGS, update.tags().isPresent());
        add(fields, DealField.CUSTOM_FIELDS, !update.customFields().isEmpty());
        add(fields, DealField.EXPECTED_CLOSE_ON, update.expectedCloseOn().isPresent());
        add(fields, DealField.WIN_PROBABILITY, update.winProbability().isPresent());
        add(fields, DealField.DESCRIPTION, update.description().isPresent());
        return fields;
    }

    static Set<DealField> of(Move move) {
        Set<DealField> fields = EnumSet.of(DealField.STAGE);
        add(fields, DealField.NOTE, move.note().isPresent());
        return fields;
    }

    static Set<DealField> of(Win win) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        add(fields, DealField.FINAL_VALUE, win.finalValue().isPresent());
        win.finalValue().ifPresent(value -> addValueParts(fields, value));
        add(fields, DealField.WON_REASON, win.wonReason().isPresent());
        add(fields, DealField.NOTE, win.note().isPresent());
        return fields;
    }

    static Set<DealField> of(Loss loss) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        add(fields, DealField.LOST_REASON, loss.reason().isPresent());
        add(fields, DealField.NOTE, loss.note().isPresent());
        return fields;
    }

    static Set<DealField> of(Reopen reopen) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        add(fields, DealField.STAGE, reopen.stage().isPresent());
        add(fields, DealField.OWNERS, !reopen.ownerIds().isEmpty());
        add(fields, DealField.NOTE, reopen.note().isPresent());
        return fields;
    }

    private static void addValue(Set<DealField> fields, Optional<DealValue> value) {
        add(fields, DealField.VALUE, value.isPresent());
        if (value.isPresent()) {
            addValueParts(fields, value.get());
        }
    }

    private static void addValueParts(Set<DealField> fields, DealValue value) {
        add(fields, DealField.CURRENCY, value.currency().isPresent());
        add(fields, DealField.VALUE_PERIOD, value.period().isPresent());
    }

    private static void addContact(Set<DealField> fields, Optional<Contact> contact) {
        if (contact.isPresent()) {
            add(fields, DealField.CONTACT_ID, contact.get().id().isPresent());
            add(fields, DealField.CONTACT_NAME, contact.get().name().isPresent());
            add(fields, DealField.CONTACT_EMAIL, contact.get().email().isPresent());
        }
    }

    private static void addCompany(Set<DealField> fields, Optional<Company> company) {
        if (company.isPresent()) {
            add(fields, DealField.COMPANY_ID, company.get().id().isPresent());
            add(fields, DealField.COMPANY_NAME, company.get().name().isPresent());
        }
    }

    private static void add(Set<DealField> fields, DealField field, boolean present) {
        if (present) {
            fields.add(field);
        }
    }
}
