package dev.dealsdk.cli;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.Stage;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;

/** Neutral values as JSON: the names of the API, absent parts left out, numbers exact. */
final class DealJson {
    private DealJson() {}

    static void write(JsonWriter out, Deal deal) {
        out.value("id", deal.id())
                .value("provider", deal.provider())
                .value("status", deal.status().name())
                .string("name", deal.name())
                .string("stageId", deal.stageId())
                .string("stageName", deal.stageName())
                .string("pipelineId", deal.pipelineId());
        deal.value().ifPresent(value -> out.object("value", fields -> write(fields, value)));
        out.decimal("winProbability", deal.winProbability());
        deal.contact().ifPresent(contact -> out.object("contact", fields -> write(fields, contact)));
        deal.company().ifPresent(company -> out.object("company", fields -> write(fields, company)));
        out.value("ownerIds", deal.ownerIds())
                .objects("lineItems", deal.lineItems(), DealJson::write)
                .value("tags", deal.tags())
                .value("customFields", deal.customFields())
                .string("expectedCloseOn", deal.expectedCloseOn().map(Object::toString))
                .string("closedAt", deal.closedAt().map(Object::toString))
                .string("createdAt", deal.createdAt().map(Object::toString))
                .string("updatedAt", deal.updatedAt().map(Object::toString))
                .string("description", deal.description())
                .string("lostReason", deal.lostReason())
                .string("wonReason", deal.wonReason())
                .value("extras", deal.extras());
    }

    static void write(JsonWriter out, Stage stage) {
        out.value("id", stage.id())
                .value("name", stage.name())
                .decimal("position", stage.position().map(BigDecimal::valueOf))
                .decimal("probability", stage.probability())
                .value("kind", stage.kind().name());
    }

    private static void write(JsonWriter out, DealValue value) {
        out.value("amount", value.amount())
                .string("currency", value.currency())
                .string("period", value.period().map(Enum::name));
    }

    private static void write(JsonWriter out, Contact contact) {
        out.string("id", contact.id()).string("name", contact.name()).string("email", contact.email());
    }

    private static void write(JsonWriter out, Company company) {
        out.string("id", company.id()).string("name", company.name());
    }

    private static void write(JsonWriter out, LineItem item) {
        out.value("itemId", item.itemId())
                .string("type", item.type())
                .decimal("quantity", item.quantity())
                .string("name", item.name())
                .decimal("unitPrice", item.unitPrice());
    }
}
