package dev.dealsdk.stora;

import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.RequiredField;
import dev.dealsdk.spi.UndecodableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one deal from the stream, field by field under Stora's names [docs: show-a-deal]. */
final class StoraDealReader {
    private StoraDealReader() {}

    static StoraDeal deal(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<String> status = Optional.empty();
        Optional<StoraRef> contact = Optional.empty();
        Optional<StoraRef> assignee = Optional.empty();
        Optional<StoraRef> creator = Optional.empty();
        Optional<StoraDealStage> stage = Optional.empty();
        Optional<StoraRef> site = Optional.empty();
        List<StoraLineItem> lineItems = List.of();
        Optional<String> lostReason = Optional.empty();
        Optional<String> valueEstimate = Optional.empty();
        Optional<String> note = Optional.empty();
        Map<String, @Nullable Object> metadata = Map.of();
        Optional<String> startsAt = Optional.empty();
        Optional<Instant> createdAt = Optional.empty();
        Optional<Instant> updatedAt = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "status" -> status = json.string();
                case "contact" -> contact = json.object(StoraDealReader::reference);
                case "assignee" -> assignee = json.object(StoraDealReader::reference);
                case "creator" -> creator = json.object(StoraDealReader::reference);
                case "stage" -> stage = json.object(StoraDealReader::stage);
                case "site" -> site = json.object(StoraDealReader::reference);
                case "line_items" ->
                    lineItems = json.allObjects(StoraDealReader::lineItem).orElse(lineItems);
                case "lost_reason" -> lostReason = json.string();
                case "value_estimate" -> valueEstimate = json.string();
                case "note" -> note = json.string();
                case "metadata" -> metadata = json.map().orElse(metadata);
                case "starts_at" -> startsAt = json.string();
                case "created_at" -> createdAt = json.instant();
                case "updated_at" -> updatedAt = json.instant();
                default -> json.keep();
            }
        }
        return new StoraDeal(
                RequiredField.id("deal", id),
                name,
                status,
                contact,
                assignee,
                creator,
                stage,
                site,
                lineItems,
                lostReason,
                valueEstimate,
                note,
                metadata,
                startsAt,
                createdAt,
                updatedAt,
                json.rest());
    }

    private static StoraRef reference(JsonRecord json) {
        Optional<String> id = Optional.empty();
        while (json.next()) {
            if (json.name().equals("id")) {
                id = json.string();
            } else {
                json.keep();
            }
        }
        return new StoraRef(id, json.rest());
    }

    private static StoraDealStage stage(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<Integer> position = Optional.empty();
        Optional<Instant> createdAt = Optional.empty();
        Optional<Instant> updatedAt = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "position" -> position = json.integer();
                case "created_at" -> createdAt = json.instant();
                case "updated_at" -> updatedAt = json.instant();
                default -> json.keep();
            }
        }
        return new StoraDealStage(id, name, position, createdAt, updatedAt, json.rest());
    }

    /** An item without an id is none, and leaves all of them as they were sent. */
    private static StoraLineItem lineItem(JsonRecord json) {
        Optional<String> type = Optional.empty();
        Optional<BigDecimal> quantity = Optional.empty();
        Optional<StoraRef> item = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "type" -> type = json.string();
                case "quantity" -> quantity = json.decimal();
                case "item" -> item = json.object(StoraDealReader::reference);
                default -> json.keep();
            }
        }
        return new StoraLineItem(
                type,
                quantity,
                item.filter(reference -> reference.id().isPresent())
                        .orElseThrow(() -> new UndecodableException("the line item has no id")),
                json.rest());
    }
}
