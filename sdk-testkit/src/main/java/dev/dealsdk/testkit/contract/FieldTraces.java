package dev.dealsdk.testkit.contract;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sample of a field again: on the wire, or in a deal that was read. */
final class FieldTraces {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SampleValues samples;
    private final ContractSession session;

    FieldTraces(ContractSession session) {
        this.samples = session.samples();
        this.session = session;
    }

    boolean isSent(DealField field, List<SentRequest> requests) {
        return marks(field).anyMatch(mark -> requests.stream().anyMatch(request -> request.mentions(mark)));
    }

    /** Whether the deal holds the sample anywhere: for providers that have no wire to look at. */
    boolean isKept(DealField field, Deal deal) {
        return marks(field).anyMatch(mark -> deal.toString().contains(mark.toString()));
    }

    /** Whether the neutral field of the deal has the sample for its value. */
    boolean isShown(DealField field, Deal deal) {
        return switch (field) {
            case NAME -> is(deal.name(), field);
            case VALUE -> is(deal.value().map(DealValue::amount).map(FieldTraces::plain), plain(amount(field)));
            case CURRENCY -> is(deal.value().flatMap(DealValue::currency), field);
            case VALUE_PERIOD -> is(deal.value().flatMap(DealValue::period), field);
            case STAGE -> is(deal.stageId(), session.stage());
            case CONTACT_ID -> is(deal.contact().flatMap(Contact::id), field);
            case CONTACT_NAME -> is(deal.contact().flatMap(Contact::name), field);
            case CONTACT_EMAIL -> is(deal.contact().flatMap(Contact::email), field);
            case COMPANY_ID -> is(deal.company().flatMap(Company::id), field);
            case COMPANY_NAME -> is(deal.company().flatMap(Company::name), field);
            case OWNERS -> deal.ownerIds().contains(samples.text(field));
            case LINE_ITEMS ->
                deal.lineItems().stream().anyMatch(item -> item.itemId().equals(lineItem()));
            case TAGS -> deal.tags().contains(samples.text(field));
            case CUSTOM_FIELDS ->
                Objects.equals(
                        deal.customFields().get(customField().getKey()),
                        customField().getValue());
            case EXPECTED_CLOSE_ON -> is(deal.expectedCloseOn(), field);
            case WIN_PROBABILITY -> is(deal.winProbability().map(FieldTraces::plain), plain(amount(field)));
            case DESCRIPTION -> is(deal.description(), field);
            case LOST_REASON -> is(deal.lostReason(), field);
            case WON_REASON -> is(deal.wonReason(), field);
            case FINAL_VALUE, NOTE -> isKept(field, deal);
        };
    }

    /** What of the sample a vendor's own form of it still shows. */
    private Stream<Object> marks(DealField field) {
        return switch (field) {
            case STAGE -> Stream.of(session.stage());
            case LINE_ITEMS -> Stream.of(lineItem());
            case CUSTOM_FIELDS -> Stream.of(customField().getValue());
            // A share of one says the same as percent.
            case WIN_PROBABILITY -> Stream.of(amount(field), amount(field).divide(HUNDRED));
            default -> Stream.of(samples.of(field, Object.class));
        };
    }

    private boolean is(Optional<?> found, DealField field) {
        return is(found, samples.of(field, Object.class));
    }

    private static boolean is(Optional<?> found, Object sample) {
        return found.filter(sample::equals).isPresent();
    }

    private BigDecimal amount(DealField field) {
        return samples.of(field, BigDecimal.class);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private String lineItem() {
        return samples.of(DealField.LINE_ITEMS, LineItem.class).itemId();
    }

    private Map.Entry<?, ?> customField() {
        return samples.of(DealField.CUSTOM_FIELDS, Map.Entry.class);
    }
}
