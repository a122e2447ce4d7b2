package dev.dealsdk.cli;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.ValuePeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal as {@code --json} prints it, made into a request. What no request holds is refused: nothing that somebody wrote is
 * dropped.
 */
final class DealForm {
    private static final List<String> OF_THE_VENDOR = List.of(
            "id",
            "provider",
            "status",
            "pipelineId",
            "closedAt",
            "createdAt",
            "updatedAt",
            "lostReason",
            "wonReason");
    private static final List<String> STAGE = List.of("stage", "stageId", "stageAlias", "stageName");

    /** What can be taken away, by the field that is null then. */
    private static final Map<String, DealField> CLEARED = Map.of(
            "name", DealField.NAME,
            "value", DealField.VALUE,
            "ownerIds", DealField.OWNERS,
            "lineItems", DealField.LINE_ITEMS,
            "tags", DealField.TAGS,
            "expectedCloseOn", DealField.EXPECTED_CLOSE_ON,
            "winProbability", DealField.WIN_PROBABILITY,
            "description", DealField.DESCRIPTION);

    private static final Map<String, DealField> CONTACT_CLEARED = Map.of(
            "id", DealField.CONTACT_ID, "name", DealField.CONTACT_NAME, "email", DealField.CONTACT_EMAIL);
    private static final Map<String, DealField> COMPANY_CLEARED =
            Map.of("id", DealField.COMPANY_ID, "name", DealField.COMPANY_NAME);

    private DealForm() {}

    /** A stage that is no id is a name; what it stands for is up to the account. */
    static NewDeal newDeal(Map<String, @Nullable Object> fields, String source) {
        FormReader form = FormReader.of(fields);
        NewDeal.Builder deal = NewDeal.builder()
                .name(form.text("name"))
                .value(form.object("value").flatMap(DealForm::value))
                .stage(stage(form))
                .contact(form.object("contact").map(DealForm::contact))
                .company(form.object("company").map(DealForm::company))
                .ownerIds(form.texts("ownerIds").orElse(List.of()))
                .lineItems(form.objects("lineItems").map(DealForm::lineItems).orElse(List.of()))
                .tags(form.texts("tags").orElse(List.of()))
                .customFields(form.values("customFields"))
                .expectedCloseOn(form.day("expectedCloseOn"))
                .winProbability(form.number("winProbability"))
                .description(form.text("description"))
                .reference(form.text("reference"))
                .extras(form.values("extras"));
        form.refuse(OF_THE_VENDOR, "is set by the vendor; leave it out");
        form.end(source);
        return UsageException.unlessValid(deal::build);
    }

    /** A field that is null is cleared. */
    static DealUpdate update(Map<String, @Nullable Object> fields, Set<DealField> cleared, String source) {
        FormReader form = FormReader.of(fields);
        DealUpdate.Builder update = DealUpdate.builder()
                .addAllCleared(cleared)
                .addAllCleared(form.nulls(CLEARED))
                .name(form.text("name"))
                .value(form.object("value").flatMap(DealForm::value))
                .ownerIds(form.texts("ownerIds"))
                .lineItems(form.objects("lineItems").map(DealForm::lineItems))
                .tags(form.texts("tags"))
                .customFields(form.values("customFields"))
                .expectedCloseOn(form.day("expectedCloseOn"))
                .winProbability(form.number("winProbability"))
                .description(form.text("description"))
                .extras(form.values("extras"));
        form.object("contact").ifPresent(part -> {
            update.addAllCleared(part.nulls(CONTACT_CLEARED));
            Contact contact = contact(part);
            if (contact.id().isPresent()
                    || contact.name().isPresent()
                    || contact.email().isPresent()) {
                update.contact(contact);
            }
        });
        form.object("company").ifPresent(part -> {
            update.addAllCleared(part.nulls(COMPANY_CLEARED));
            Company company = company(part);
            if (company.id().isPresent() || company.name().isPresent()) {
                update.company(company);
            }
        });
        form.refuse(STAGE, "is changed by deals move; leave it out");
        form.refuse(OF_THE_VENDOR, "is set by the vendor; leave it out");
        form.end(source);
        return UsageException.unlessValid(update::build);
    }

    /** Of those that a printed deal has, the one that cannot be mistaken. */
    private static Optional<StageRef> stage(FormReader form) {
        Optional<String> stage = form.text("stage");
        Optional<String> id = form.text("stageId");
        Optional<String> alias = form.text("stageAlias");
        Optional<String> name = form.text("stageName");
        return stage.map(StageRef::named)
                .or(() -> id.map(StageRef::id))
                .or(() -> alias.or(() -> name).map(StageRef::named));
    }

    private static Optional<DealValue> value(FormReader form) {
        DealValue.Builder value =
                DealValue.builder().currency(form.text("currency")).period(form.word("period", ValuePeriod.class));
        Optional<DealValue> whole = form.required(form.number("amount"), "amount")
                .map(amount -> UsageException.unlessValid(value.amount(amount)::build));
        form.end();
        return whole;
    }

    private static Contact contact(FormReader form) {
        Contact contact = Contact.builder()
                .id(form.text("id"))
                .name(form.text("name"))
                .email(form.text("email"))
                .build();
        form.end();
        return contact;
    }

    private static Company company(FormReader form) {
        Company company =
                Company.builder().id(form.text("id")).name(form.text("name")).build();
        form.end();
        return company;
    }

    private static List<LineItem> lineItems(List<FormReader> forms) {
        return forms.stream().map(DealForm::lineItem).flatMap(Optional::stream).toList();
    }

    private static Optional<LineItem> lineItem(FormReader form) {
        LineItem.Builder item = LineItem.builder()
                .type(form.text("type"))
                .quantity(form.number("quantity"))
                .name(form.text("name"))
                .unitPrice(form.number("unitPrice"));
        Optional<LineItem> whole = form.required(form.text("itemId"), "itemId")
                .map(id -> item.itemId(id).build());
        form.end();
        return whole;
    }
}
