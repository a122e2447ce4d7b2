package dev.dealsdk.benchmarks.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Three endpoints of Play2Sell by hand. */
public final class FloorPlay2Sell implements Contender {
    private final FloorHttp http;

    public FloorPlay2Sell(String url) {
        this.http = new FloorHttp(url);
    }

    @Override
    public List<Deal> list() throws IOException {
        return http.get(
                http.url("v1", "deals")
                        .addQueryParameter("page", "1")
                        .addQueryParameter("per_page", "100")
                        .build(),
                FloorPlay2Sell::page);
    }

    @Override
    public Deal create() throws IOException {
        return http.send(
                "POST",
                http.url("v1", "deals").build(),
                json -> {
                    json.writeStringField("name", Samples.NAME);
                    json.writeNumberField("value", new BigDecimal(Samples.AMOUNT));
                    json.writeStringField("stage_id", Samples.PLAY2SELL_STAGE);
                    json.writeStringField("contact_name", Samples.PERSON);
                    json.writeStringField("contact_email", Samples.EMAIL);
                    json.writeStringField("company", Samples.COMPANY);
                },
                FloorPlay2Sell::one);
    }

    @Override
    public Deal move() throws IOException {
        return http.send(
                "POST",
                http.url("v1", "deals", Samples.PLAY2SELL_ID, "move").build(),
                json -> json.writeStringField("stage_id", Samples.PLAY2SELL_STAGE),
                FloorPlay2Sell::one);
    }

    @Override
    public List<Deal> decode(byte[] page) throws IOException {
        try (JsonParser json = FloorHttp.JSON.createParser(new ByteArrayInputStream(page))) {
            return page(json);
        }
    }

    private static List<Deal> page(JsonParser json) throws IOException {
        return FloorJson.only(json, "data", deals -> FloorJson.list(deals, FloorPlay2Sell::deal));
    }

    private static Deal one(JsonParser json) throws IOException {
        return FloorJson.only(json, "data", FloorPlay2Sell::deal);
    }

    private static Deal deal(JsonParser json) throws IOException {
        String id = null;
        String name = null;
        BigDecimal value = null;
        Stage stage = null;
        String status = null;
        String contactName = null;
        String contactEmail = null;
        String company = null;
        String ownerId = null;
        LocalDate expectedCloseDate = null;
        String priority = null;
        String leadId = null;
        Map<String, String> customFields = Map.of();
        List<String> tags = List.of();
        Instant createdAt = null;
        Instant updatedAt = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = FloorJson.text(json);
                case "name" -> name = FloorJson.text(json);
                case "value" -> value = FloorJson.decimal(json);
                case "stage" -> stage = stage(json);
                case "status" -> status = FloorJson.text(json);
                case "contact_name" -> contactName = FloorJson.text(json);
                case "contact_email" -> contactEmail = FloorJson.text(json);
                case "company" -> company = FloorJson.text(json);
                case "owner_id" -> ownerId = FloorJson.text(json);
                case "expected_close_date" -> expectedCloseDate = FloorTime.date(json);
                case "priority" -> priority = FloorJson.text(json);
                case "lead_id" -> leadId = FloorJson.text(json);
                case "custom_fields" -> customFields = FloorJson.map(json);
                case "tags" -> tags = FloorJson.texts(json);
                case "created_at" -> createdAt = FloorTime.instant(json);
                case "updated_at" -> updatedAt = FloorTime.instant(json);
                default -> json.skipChildren();
            }
        }
        return new Deal(
                id,
                name,
                value,
                stage,
                status,
                contactName,
                contactEmail,
                company,
                ownerId,
                expectedCloseDate,
                priority,
                leadId,
                customFields,
                tags,
                createdAt,
                updatedAt);
    }

    private static Stage stage(JsonParser json) throws IOException {
        String id = null;
        String name = null;
        BigDecimal probability = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = FloorJson.text(json);
                case "name" -> name = FloorJson.text(json);
                case "probability" -> probability = FloorJson.decimal(json);
                default -> json.skipChildren();
            }
        }
        return new Stage(id, name, probability);
    }

    /** As Play2Sell sends it. */
    public record Deal(
            @Nullable String id,
            @Nullable String name,
            @Nullable BigDecimal value,
            @Nullable Stage stage,
            @Nullable String status,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String company,
            @Nullable String ownerId,
            @Nullable LocalDate expectedCloseDate,
            @Nullable String priority,
            @Nullable String leadId,
            Map<String, String> customFields,
            List<String> tags,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {}

    /** Where a deal is. */
    public record Stage(
            @Nullable String id,
            @Nullable String name,
            @Nullable BigDecimal probability) {}
}
