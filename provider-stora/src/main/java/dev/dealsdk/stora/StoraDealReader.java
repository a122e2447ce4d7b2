package dev.dealsdk.stora;

import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.UndecodableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one deal from the stream, field by field under Stora's names [docs: show-a-deal]. */
final class StoraDealReader {
    private static final String LINE_ITEMS = "line_items";

    private StoraDealReader() {}

    static StoraDeal deal(JsonRecord json) {
        StoraDeal.Builder deal = StoraDeal.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> deal.name(json.string());
                case "status" -> deal.status(json.string());
                case "contact" -> deal.contact(json.object(StoraDealReader::reference));
                case "assignee" -> deal.assignee(json.object(StoraDealReader::reference));
                case "creator" -> deal.creator(json.object(StoraDealReader::reference));
                case "stage" -> deal.stage(json.object(StoraDealReader::stage));
                case "site" -> deal.site(json.object(StoraDealReader::reference));
                case "lost_reason" -> deal.lostReason(json.string());
                case "value_estimate" -> deal.valueEstimate(json.string());
                case "note" -> deal.note(json.string());
                case "metadata" -> json.map().ifPresent(deal::metadata);
                case "starts_at" -> deal.startsAt(json.string());
                case "created_at" -> deal.createdAt(json.instant());
                case "updated_at" -> deal.updatedAt(json.instant());
                default -> json.keep();
            }
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(json.rest());
        lineItems(rest.get(LINE_ITEMS)).ifPresent(items -> {
            deal.lineItems(items);
            rest.remove(LINE_ITEMS);
        });
        return deal.id(id.filter(text -> !text.isBlank())
                        .orElseThrow(() -> new UndecodableException("the deal has no id")))
                .rest(rest)
                .build();
    }

    private static StoraRef reference(JsonRecord json) {
        StoraRef.Builder reference = StoraRef.builder();
        while (json.next()) {
            if (json.name().equals("id")) {
                reference.id(json.string());
            } else {
                json.keep();
            }
        }
        return reference.rest(json.rest()).build();
    }

    private static StoraDealStage stage(JsonRecord json) {
        StoraDealStage.Builder stage = StoraDealStage.builder();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> stage.id(json.string());
                case "name" -> stage.name(json.string());
                case "position" -> stage.position(json.integer());
                case "created_at" -> stage.createdAt(json.instant());
                case "updated_at" -> stage.updatedAt(json.instant());
                default -> json.keep();
            }
        }
        return stage.rest(json.rest()).build();
    }

    /** Empty, so that they stay as they were sent, when one of them is no item with an id. */
    private static Optional<List<StoraLineItem>> lineItems(@Nullable Object value) {
        if (value == null) {
            return Optional.of(List.of());
        }
        if (!(value instanceof List<?> elements)) {
            return Optional.empty();
        }
        List<StoraLineItem> items = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> fields
                    && fields.get("item") instanceof Map<?, ?> item
                    && item.get("id") instanceof String id)) {
                return Optional.empty();
            }
            items.add(lineItem(
                    fields, StoraRef.builder().id(id).rest(without(item, "id")).build()));
        }
        return Optional.of(items);
    }

    private static StoraLineItem lineItem(Map<?, ?> fields, StoraRef item) {
        StoraLineItem.Builder lineItem = StoraLineItem.builder().item(item);
        Map<String, @Nullable Object> rest = without(fields, "item");
        if (rest.get("type") instanceof String type) {
            lineItem.type(type);
            rest.remove("type");
        }
        if (rest.get("quantity") instanceof BigDecimal quantity) {
            lineItem.quantity(quantity);
            rest.remove("quantity");
        }
        return lineItem.rest(rest).build();
    }

    private static Map<String, @Nullable Object> without(Map<?, ?> fields, String name) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (!name.equals(key)) {
                copy.put(String.valueOf(key), value);
            }
        });
        return copy;
    }
}
