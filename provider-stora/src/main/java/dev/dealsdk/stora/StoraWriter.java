package dev.dealsdk.stora;

import dev.dealsdk.spi.JsonWriter;
import java.util.List;
import java.util.Optional;

/** Writes Stora's request bodies under Stora's names. */
final class StoraWriter {
    private StoraWriter() {}

    /** [docs: create-a-deal]; the fields its sample does not send are those of an update (inferred). */
    static void create(JsonWriter json, StoraDealCreate deal) {
        json.string("name", deal.name());
        reference(json, "contact", deal.contact());
        reference(json, "stage", deal.stage());
        reference(json, "assignee", deal.assignee());
        reference(json, "site", deal.site());
        json.string("note", deal.note()).string("starts_at", deal.startsAt());
        deal.metadata().ifPresent(metadata -> json.value("metadata", metadata));
        if (!deal.lineItems().isEmpty()) {
            lineItems(json, deal.lineItems());
        }
    }

    /** [docs: update-a-deal]. */
    static void update(JsonWriter json, StoraDealUpdate update) {
        json.string("name", update.name());
        reference(json, "stage", update.stage());
        reference(json, "assignee", update.assignee());
        reference(json, "site", update.site());
        json.string("note", update.note()).string("starts_at", update.startsAt());
        update.metadata().ifPresent(metadata -> json.value("metadata", metadata));
        update.lineItems().ifPresent(items -> lineItems(json, items));
        update.nulls().forEach(name -> json.value(name, null));
    }

    /** [docs: reopen-a-deal]. */
    static void reopen(JsonWriter json, StoraDealReopen reopen) {
        reference(json, "stage", reopen.stage());
        reference(json, "assignee", reopen.assignee());
    }

    private static void lineItems(JsonWriter json, List<StoraLineItemInput> items) {
        json.objects(
                "line_items",
                items,
                (element, item) -> element.value("type", item.type())
                        .object("item", reference -> reference.value("id", item.item())));
    }

    private static void reference(JsonWriter json, String name, Optional<String> id) {
        if (id.isPresent()) {
            json.object(name, reference -> reference.string("id", id));
        }
    }
}
