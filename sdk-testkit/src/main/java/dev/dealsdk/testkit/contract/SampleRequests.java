package dev.dealsdk.testkit.contract;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Neutral requests that hold the samples of some fields. */
final class SampleRequests {
    private static final Set<DealField> OF_A_DEAL = EnumSet.range(DealField.NAME, DealField.DESCRIPTION);

    private final SampleValues samples;
    private final Supplier<String> stage;

    SampleRequests(SampleValues samples, Supplier<String> stage) {
        this.samples = samples;
        this.stage = stage;
    }

    /** The fields that the request of an operation has a place for. */
    static Set<DealField> sayable(Operation operation) {
        return switch (operation) {
            case CREATE -> EnumSet.copyOf(OF_A_DEAL);
            case UPDATE -> {
                Set<DealField> fields = EnumSet.copyOf(OF_A_DEAL);
                fields.remove(DealField.STAGE);
                yield fields;
            }
            case MOVE -> EnumSet.of(DealField.STAGE, DealField.NOTE);
            case WIN ->
                EnumSet.of(
                        DealField.FINAL_VALUE,
                        DealField.CURRENCY,
                        DealField.VALUE_PERIOD,
                        DealField.WON_REASON,
                        DealField.NOTE);
            case LOSE -> EnumSet.of(DealField.LOST_REASON, DealField.NOTE);
            case REOPEN -> EnumSet.of(DealField.STAGE, DealField.OWNERS, DealField.NOTE);
            case GET, DELETE, LIST, LIST_STAGES -> EnumSet.noneOf(DealField.class);
        };
    }

    /** Makes the call with the samples of these fields; for operations that return a deal and take more than an id. */
    Deal call(DealsClient deals, Operation operation, String id, Set<DealField> fields, Map<String, Object> extras) {
        return switch (operation) {
            case CREATE -> deals.create(newDeal(fields, extras));
            case UPDATE -> deals.update(id, update(fields, extras));
            case MOVE -> deals.move(id, move(fields, extras));
            case WIN -> deals.win(id, win(fields, extras));
            case LOSE -> deals.lose(id, loss(fields, extras));
            case REOPEN -> deals.reopen(id, reopen(fields, extras));
            case GET, DELETE, LIST, LIST_STAGES -> throw new IllegalArgumentException(operation + " has no fields");
        };
    }

    NewDeal newDeal(Set<DealField> fields, Map<String, Object> extras) {
        NewDeal.Builder deal = NewDeal.builder()
                .name(text(fields, DealField.NAME))
                .value(value(fields, DealField.VALUE))
                .contact(contact(fields))
                .company(company(fields))
                .expectedCloseOn(get(fields, DealField.EXPECTED_CLOSE_ON, LocalDate.class))
                .winProbability(get(fields, DealField.WIN_PROBABILITY, BigDecimal.class))
                .description(text(fields, DealField.DESCRIPTION))
                .extras(extras);
        text(fields, DealField.OWNERS).ifPresent(deal::addOwnerIds);
        text(fields, DealField.TAGS).ifPresent(deal::addTags);
        get(fields, DealField.LINE_ITEMS, LineItem.class).ifPresent(deal::addLineItems);
        customField(fields).ifPresent(entry -> deal.putCustomFields(entry.getKey(), entry.getValue()));
        return (fields.contains(DealField.STAGE) ? deal.stage(StageRef.id(stage.get())) : deal).build();
    }

    private DealUpdate update(Set<DealField> fields, Map<String, Object> extras) {
        DealUpdate.Builder update = DealUpdate.builder()
                .name(text(fields, DealField.NAME))
                .value(value(fields, DealField.VALUE))
                .contact(contact(fields))
                .company(company(fields))
                .expectedCloseOn(get(fields, DealField.EXPECTED_CLOSE_ON, LocalDate.class))
                .winProbability(get(fields, DealField.WIN_PROBABILITY, BigDecimal.class))
                .description(text(fields, DealField.DESCRIPTION))
                .ownerIds(text(fields, DealField.OWNERS).map(List::of))
                .tags(text(fields, DealField.TAGS).map(List::of))
                .lineItems(get(fields, DealField.LINE_ITEMS, LineItem.class).map(List::of))
                .extras(extras);
        customField(fields).ifPresent(entry -> update.putCustomFields(entry.getKey(), entry.getValue()));
        return update.build();
    }

    private Move move(Set<DealField> fields, Map<String, Object> extras) {
        return Move.builder()
                .stage(StageRef.id(stage.get()))
                .note(text(fields, DealField.NOTE))
                .extras(extras)
                .build();
    }

    private Win win(Set<DealField> fields, Map<String, Object> extras) {
        return Win.builder()
                .finalValue(value(fields, DealField.FINAL_VALUE))
                .wonReason(text(fields, DealField.WON_REASON))
                .note(text(fields, DealField.NOTE))
                .extras(extras)
                .build();
    }

    private Loss loss(Set<DealField> fields, Map<String, Object> extras) {
        return Loss.builder()
                .reason(text(fields, DealField.LOST_REASON))
                .note(text(fields, DealField.NOTE))
                .extras(extras)
                .build();
    }

    private Reopen reopen(Set<DealField> fields, Map<String, Object> extras) {
        Reopen.Builder reopen =
                Reopen.builder().note(text(fields, DealField.NOTE)).extras(extras);
        text(fields, DealField.OWNERS).ifPresent(reopen::addOwnerIds);
        return (fields.contains(DealField.STAGE) ? reopen.stage(StageRef.id(stage.get())) : reopen).build();
    }

    /** An amount, also where only its currency or period is asked for. */
    private Optional<DealValue> value(Set<DealField> fields, DealField amount) {
        if (!fields.contains(amount)
                && !fields.contains(DealField.CURRENCY)
                && !fields.contains(DealField.VALUE_PERIOD)) {
            return Optional.empty();
        }
        return Optional.of(DealValue.builder()
                .amount(samples.of(amount, BigDecimal.class))
                .currency(text(fields, DealField.CURRENCY))
                .period(get(fields, DealField.VALUE_PERIOD, ValuePeriod.class))
                .build());
    }

    private Optional<Contact> contact(Set<DealField> fields) {
        Contact contact = Contact.builder()
                .id(text(fields, DealField.CONTACT_ID))
                .name(text(fields, DealField.CONTACT_NAME))
                .email(text(fields, DealField.CONTACT_EMAIL))
                .build();
        return contact.equals(Contact.builder().build()) ? Optional.empty() : Optional.of(contact);
    }

    private Optional<Company> company(Set<DealField> fields) {
        Company company = Company.builder()
                .id(text(fields, DealField.COMPANY_ID))
                .name(text(fields, DealField.COMPANY_NAME))
                .build();
        return company.equals(Company.builder().build()) ? Optional.empty() : Optional.of(company);
    }

    private Optional<Map.Entry<String, Object>> customField(Set<DealField> fields) {
        return get(fields, DealField.CUSTOM_FIELDS, Map.Entry.class)
                .map(entry -> Map.entry(String.valueOf(entry.getKey()), entry.getValue()));
    }

    private Optional<String> text(Set<DealField> fields, DealField field) {
        return get(fields, field, String.class);
    }

    private <T> Optional<T> get(Set<DealField> fields, DealField field, Class<T> type) {
        return fields.contains(field) ? Optional.of(samples.of(field, type)) : Optional.empty();
    }
}
