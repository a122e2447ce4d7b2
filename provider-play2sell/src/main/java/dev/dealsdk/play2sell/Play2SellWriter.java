package dev.dealsdk.play2sell;

import dev.dealsdk.spi.JsonWriter;

/** Writes Play2Sell's request bodies under Play2Sell's names [docs: sales]. */
final class Play2SellWriter {
    private Play2SellWriter() {}

    static void create(JsonWriter json, Play2SellDealCreate deal) {
        json.value("name", deal.name())
                .value("value", deal.value())
                .string("stage_id", deal.stageId())
                .string("contact_name", deal.contactName())
                .string("contact_email", deal.contactEmail())
                .string("company", deal.company())
                .string("owner_id", deal.ownerId())
                .string("expected_close_date", deal.expectedCloseDate().map(Object::toString))
                .string("priority", deal.priority())
                .string("lead_id", deal.leadId());
        if (!deal.customFields().isEmpty()) {
            json.value("custom_fields", deal.customFields());
        }
        if (!deal.tags().isEmpty()) {
            json.value("tags", deal.tags());
        }
    }

    static void update(JsonWriter json, Play2SellDealUpdate update) {
        json.string("name", update.name())
                .decimal("value", update.value())
                .string("contact_name", update.contactName())
                .string("contact_email", update.contactEmail())
                .string("company", update.company())
                .string("owner_id", update.ownerId())
                .string("expected_close_date", update.expectedCloseDate().map(Object::toString))
                .string("priority", update.priority())
                .string("lead_id", update.leadId());
        if (!update.customFields().isEmpty()) {
            json.value("custom_fields", update.customFields());
        }
        update.tags().ifPresent(tags -> json.value("tags", tags));
        update.nulls().forEach(name -> json.value(name, null));
    }
}
