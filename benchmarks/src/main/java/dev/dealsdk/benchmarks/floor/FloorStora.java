package dev.dealsdk.benchmarks.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Three endpoints of Stora by hand. */
public final class FloorStora implements Contender {
    private static final String VERSION = "2025-09";

    private final FloorHttp http;

    public FloorStora(String url) {
        this.http = new FloorHttp(url);
    }

    @Override
    public List<Deal> list() throws IOException {
        HttpUrl url = http.url(VERSION, "deals")
                .addQueryParameter("page", "1")
                .addQueryParameter("limit", "100")
                .build();
        return http.get(url, FloorStora::page);
    }

    @Override
    public Deal create() throws IOException {
        return http.send(
                "POST",
                http.url(VERSION, "deals").build(),
                UUID.randomUUID().toString(),
                json -> {
                    json.writeStringField("name", Samples.NAME);
                    json.writeObjectFieldStart("contact");
                    json.writeStringField("id", Samples.STORA_CONTACT);
                    json.writeEndObject();
                    json.writeObjectFieldStart("stage");
                    json.writeStringField("id", Samples.STORA_STAGE);
                    json.writeEndObject();
                },
                FloorStora::one);
    }

    @Override
    public Deal move() throws IOException {
        return http.send(
                "PATCH",
                http.url(VERSION, "deals", Samples.STORA_ID).build(),
                json -> {
                    json.writeObjectFieldStart("stage");
                    json.writeStringField("id", Samples.STORA_STAGE);
                    json.writeEndObject();
                },
                FloorStora::one);
    }

    @Override
    public List<Deal> decode(byte[] page) throws IOException {
        try (JsonParser json = FloorHttp.JSON.createParser(new ByteArrayInputStream(page))) {
            return page(json);
        }
    }

    private static List<Deal> page(JsonParser json) throws IOException {
        return FloorJson.only(json, "deals", deals -> FloorJson.list(deals, FloorStora::deal));
    }

    private static Deal one(JsonParser json) throws IOException {
        return FloorJson.only(json, "deal", FloorStora::deal);
    }

    private static Deal deal(JsonParser json) throws IOException {
        String id = null;
        String name = null;
        String status = null;
        String contact = null;
        String assignee = null;
        String creator = null;
        String stage = null;
        String site = null;
        List<LineItem> lineItems = List.of();
        String lostReason = null;
        String valueEstimate = null;
        String note = null;
        Map<String, String> metadata = Map.of();
        Instant startsAt = null;
        Instant createdAt = null;
        Instant updatedAt = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = FloorJson.text(json);
                case "name" -> name = FloorJson.text(json);
                case "status" -> status = FloorJson.text(json);
                case "contact" -> contact = id(json);
                case "assignee" -> assignee = id(json);
                case "creator" -> creator = id(json);
                case "stage" -> stage = id(json);
                case "site" -> site = id(json);
                case "line_items" -> lineItems = FloorJson.list(json, FloorStora::lineItem);
                case "lost_reason" -> lostReason = FloorJson.text(json);
                case "value_estimate" -> valueEstimate = FloorJson.text(json);
                case "note" -> note = FloorJson.text(json);
                case "metadata" -> metadata = FloorJson.map(json);
                case "starts_at" -> startsAt = FloorTime.instant(json);
                case "created_at" -> createdAt = FloorTime.instant(json);
                case "updated_at" -> updatedAt = FloorTime.instant(json);
                default -> json.skipChildren();
            }
        }
        return new Deal(
                id,
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
                updatedAt);
    }

    private static LineItem lineItem(JsonParser json) throws IOException {
        String type = null;
        BigDecimal quantity = null;
        String item = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = FloorJson.text(json);
                case "quantity" -> quantity = FloorJson.decimal(json);
                case "item" -> item = id(json);
                default -> json.skipChildren();
            }
        }
        return new LineItem(type, quantity, item);
    }

    /** Of the reference that begins here. */
    private static @Nullable String id(JsonParser json) throws IOException {
        String id = null;
        while (json.currentToken() != JsonToken.VALUE_NULL && json.nextToken() != JsonToken.END_OBJECT) {
            boolean wanted = json.currentName().equals("id");
            json.nextToken();
            if (wanted) {
                id = FloorJson.text(json);
            } else {
                json.skipChildren();
            }
        }
        return id;
    }

    /** As Stora sends it, references as their ids. */
    public record Deal(
            @Nullable String id,
            @Nullable String name,
            @Nullable String status,
            @Nullable String contact,
            @Nullable String assignee,
            @Nullable String creator,
            @Nullable String stage,
            @Nullable String site,
            List<LineItem> lineItems,
            @Nullable String lostReason,
            @Nullable String valueEstimate,
            @Nullable String note,
            Map<String, String> metadata,
            @Nullable Instant startsAt,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {}

    /** What a deal is about. */
    public record LineItem(
            @Nullable String type,
            @Nullable BigDecimal quantity,
            @Nullable String item) {}
}
