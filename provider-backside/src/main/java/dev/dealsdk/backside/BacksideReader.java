package dev.dealsdk.backside;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.JsonWriter;
import dev.dealsdk.spi.RequiredField;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Backside's answers from the stream, field by field under Backside's names. */
final class BacksideReader {
    private BacksideReader() {}

    /** A bare object [docs: move] [docs: get]. */
    static BacksideDeal deal(JsonReader json) {
        return Envelope.bare(json, BacksideReader::dealFields);
    }

    /** Either of the two forms that Backside's lists have; which of them deals have is not documented. */
    static BacksideDealPage page(JsonReader json) {
        if (!json.isNextArray()) {
            return json.object(BacksideReader::pageFields);
        }
        List<RecordProblem> problems = new ArrayList<>();
        List<BacksideDeal> deals = json.objects(BacksideReader::dealFields, problems::add);
        return new BacksideDealPage(deals, List.copyOf(problems), Optional.empty(), Optional.empty());
    }

    /** A bare object [docs: add-contact]. */
    static BacksideDealContact contact(JsonReader json) {
        return Envelope.bare(json, BacksideReader::contactFields);
    }

    /** A bare array [docs: list-contacts]. */
    static List<BacksideDealContact> contacts(JsonReader json) {
        return Envelope.bareList(json, BacksideReader::contactFields);
    }

    /** The contacts among what was kept of a deal. */
    static List<BacksideDealContact> contactsIn(Map<String, @Nullable Object> rest) {
        return again(rest, "contacts", json -> json.objects(BacksideReader::contactFields, unreadable -> {}))
                .orElse(List.of());
    }

    /** The block {@code _temporal} among what was kept of a deal. */
    static Optional<BacksideTemporal> temporalIn(Map<String, @Nullable Object> rest) {
        return again(rest, "_temporal", json -> json.object(BacksideReader::temporalFields));
    }

    private static <T> Optional<T> again(
            Map<String, @Nullable Object> rest, String name, Function<JsonRecord, Optional<T>> read) {
        if (!rest.containsKey(name)) {
            return Optional.empty();
        }
        byte[] field = JsonWriter.object(json -> json.value(name, rest.get(name)));
        return JsonReader.of(new ByteArrayInputStream(field))
                .object(json -> json.next() ? read.apply(json) : Optional.empty());
    }

    private static BacksideDealPage pageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Envelope<List<BacksideDeal>> envelope =
                Envelope.of(json, "data", data -> data.objects(BacksideReader::dealFields, problems::add));
        Optional<Boolean> hasMore = Optional.empty();
        Optional<String> nextCursor = Optional.empty();
        while (envelope.next()) {
            switch (json.name()) {
                case "has_more" -> hasMore = json.bool();
                case "next_cursor" -> nextCursor = json.textOrNumber();
                default -> {
                    // Nothing else is documented of any list, and nothing else of a page concerns a deal.
                }
            }
        }
        json.requireTypes("has_more", "next_cursor");
        return new BacksideDealPage(envelope.payload(), List.copyOf(problems), hasMore, nextCursor);
    }

    private static BacksideDeal dealFields(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<String> pipelineId = Optional.empty();
        Optional<String> pipelineName = Optional.empty();
        Optional<String> stageId = Optional.empty();
        Optional<String> stageName = Optional.empty();
        Optional<String> tenantId = Optional.empty();
        Optional<BigDecimal> amount = Optional.empty();
        Optional<String> currency = Optional.empty();
        Optional<String> valuePeriod = Optional.empty();
        Optional<Integer> confidence = Optional.empty();
        Optional<String> contactId = Optional.empty();
        Optional<String> organizationId = Optional.empty();
        Optional<LocalDate> expectedCloseDate = Optional.empty();
        Optional<Instant> closedAt = Optional.empty();
        Optional<String> wonReason = Optional.empty();
        Optional<String> lostReason = Optional.empty();
        Optional<String> description = Optional.empty();
        Optional<String> nextStep = Optional.empty();
        Optional<String> source = Optional.empty();
        Map<String, @Nullable Object> metadata = Map.of();
        Optional<Instant> createdAt = Optional.empty();
        Optional<Instant> updatedAt = Optional.empty();
        Optional<Instant> deletedAt = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "pipeline_id" -> pipelineId = json.string();
                case "pipeline_name" -> pipelineName = json.string();
                case "stage_id" -> stageId = json.string();
                case "stage_name" -> stageName = json.string();
                case "tenant_id" -> tenantId = json.string();
                case "amount" -> amount = json.decimal();
                case "currency" -> currency = json.string();
                case "value_period" -> valuePeriod = json.string();
                case "confidence" -> confidence = json.integer();
                case "contact_id" -> contactId = json.string();
                case "organization_id" -> organizationId = json.string();
                case "expected_close_date" -> expectedCloseDate = json.date();
                case "closed_at" -> closedAt = json.instant();
                case "won_reason" -> wonReason = json.string();
                case "lost_reason" -> lostReason = json.string();
                case "description" -> description = json.string();
                case "next_step" -> nextStep = json.string();
                case "source" -> source = json.string();
                case "metadata" -> metadata = metadata(json);
                case "created_at" -> createdAt = json.instant();
                case "updated_at" -> updatedAt = json.instant();
                case "deleted_at" -> deletedAt = json.instant();
                default -> json.keep();
            }
        }
        return new BacksideDeal(
                RequiredField.id("deal", id),
                name,
                pipelineId,
                pipelineName,
                stageId,
                stageName,
                tenantId,
                amount,
                currency,
                valuePeriod,
                confidence,
                contactId,
                organizationId,
                expectedCloseDate,
                closedAt,
                wonReason,
                lostReason,
                description,
                nextStep,
                source,
                metadata,
                createdAt,
                updatedAt,
                deletedAt,
                json.rest());
    }

    private static BacksideDealContact contactFields(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> contactId = Optional.empty();
        Optional<String> dealId = Optional.empty();
        Optional<String> tenantId = Optional.empty();
        Optional<Boolean> isPrimary = Optional.empty();
        Optional<String> role = Optional.empty();
        Optional<String> introducedBy = Optional.empty();
        Optional<Instant> createdAt = Optional.empty();
        Optional<Instant> updatedAt = Optional.empty();
        Map<String, @Nullable Object> metadata = Map.of();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "contact_id" -> contactId = json.string();
                case "deal_id" -> dealId = json.string();
                case "tenant_id" -> tenantId = json.string();
                case "is_primary" -> isPrimary = json.bool();
                case "role" -> role = json.string();
                case "introduced_by" -> introducedBy = json.string();
                case "created_at" -> createdAt = json.instant();
                case "updated_at" -> updatedAt = json.instant();
                case "metadata" -> metadata = metadata(json);
                default -> json.keep();
            }
        }
        return new BacksideDealContact(
                RequiredField.id("contact", id),
                RequiredField.text("contact", "contact_id", contactId),
                dealId,
                tenantId,
                isPrimary,
                role,
                introducedBy,
                createdAt,
                updatedAt,
                metadata,
                json.rest());
    }

    private static BacksideTemporal temporalFields(JsonRecord json) {
        Optional<Instant> asOf = Optional.empty();
        Optional<Instant> validAt = Optional.empty();
        Optional<Instant> sysFrom = Optional.empty();
        Optional<Instant> sysTo = Optional.empty();
        Optional<String> capturedBy = Optional.empty();
        Optional<String> captureReason = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "as_of" -> asOf = json.instant();
                case "valid_at" -> validAt = json.instant();
                case "sys_from" -> sysFrom = json.instant();
                case "sys_to" -> sysTo = json.instant();
                case "captured_by" -> capturedBy = json.string();
                case "capture_reason" -> captureReason = json.string();
                default -> {
                    // The deal keeps the whole block as it came.
                }
            }
        }
        return new BacksideTemporal(asOf, validAt, sysFrom, sysTo, capturedBy, captureReason);
    }

    /** Any JSON value [docs: move]: an object, or else kept with the rest. */
    private static Map<String, @Nullable Object> metadata(JsonRecord json) {
        Optional<Map<String, @Nullable Object>> object = json.map();
        if (object.isEmpty() && !json.rest().containsKey("metadata")) {
            // A null, which is as good a value as any other here.
            json.keep();
        }
        return object.orElse(Map.of());
    }
}
