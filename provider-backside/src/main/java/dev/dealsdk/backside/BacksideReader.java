package dev.dealsdk.backside;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.JsonWriter;
import dev.dealsdk.spi.UndecodableException;
import java.io.ByteArrayInputStream;
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
        return json.object(BacksideReader::dealFields);
    }

    /** Either of the two forms that Backside's lists have; which of them deals have is not documented. */
    static BacksideDealPage page(JsonReader json) {
        if (!json.isNextArray()) {
            return json.object(BacksideReader::pageFields);
        }
        List<RecordProblem> problems = new ArrayList<>();
        return BacksideDealPage.builder()
                .data(json.objects(BacksideReader::dealFields, problems::add))
                .problems(problems)
                .build();
    }

    /** A bare object [docs: add-contact]. */
    static BacksideDealContact contact(JsonReader json) {
        return json.object(BacksideReader::contactFields);
    }

    /** A bare array [docs: list-contacts]. A contact that cannot be read fails the answer: a list with holes misleads. */
    static List<BacksideDealContact> contacts(JsonReader json) {
        return json.objects(BacksideReader::contactFields, problem -> {
            throw new UndecodableException("contact " + problem.index() + ": " + problem.message());
        });
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
        BacksideDealPage.Builder page = BacksideDealPage.builder();
        boolean found = false;
        while (json.next()) {
            switch (json.name()) {
                case "data" -> {
                    List<RecordProblem> problems = new ArrayList<>();
                    Optional<List<BacksideDeal>> deals = json.objects(BacksideReader::dealFields, problems::add);
                    found = deals.isPresent();
                    deals.ifPresent(page::data);
                    page.problems(problems);
                }
                case "has_more" -> page.hasMore(json.bool());
                case "next_cursor" -> page.nextCursor(json.textOrNumber());
                default -> {
                    // Nothing else is documented of any list, and nothing else of a page concerns a deal.
                }
            }
        }
        json.requireTypes("has_more", "next_cursor");
        if (!found) {
            throw new UndecodableException("neither an array nor an object with the array \"data\"");
        }
        return page.build();
    }

    private static BacksideDeal dealFields(JsonRecord json) {
        BacksideDeal.Builder deal = BacksideDeal.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> deal.name(json.string());
                case "pipeline_id" -> deal.pipelineId(json.string());
                case "pipeline_name" -> deal.pipelineName(json.string());
                case "stage_id" -> deal.stageId(json.string());
                case "stage_name" -> deal.stageName(json.string());
                case "tenant_id" -> deal.tenantId(json.string());
                case "amount" -> deal.amount(json.decimal());
                case "currency" -> deal.currency(json.string());
                case "value_period" -> deal.valuePeriod(json.string());
                case "confidence" -> deal.confidence(json.integer());
                case "contact_id" -> deal.contactId(json.string());
                case "organization_id" -> deal.organizationId(json.string());
                case "expected_close_date" -> deal.expectedCloseDate(json.date());
                case "closed_at" -> deal.closedAt(json.instant());
                case "won_reason" -> deal.wonReason(json.string());
                case "lost_reason" -> deal.lostReason(json.string());
                case "description" -> deal.description(json.string());
                case "next_step" -> deal.nextStep(json.string());
                case "source" -> deal.source(json.string());
                case "metadata" -> deal.metadata(metadata(json));
                case "created_at" -> deal.createdAt(json.instant());
                case "updated_at" -> deal.updatedAt(json.instant());
                case "deleted_at" -> deal.deletedAt(json.instant());
                default -> json.keep();
            }
        }
        return deal.id(required("deal", "id", id)).rest(json.rest()).build();
    }

    private static BacksideDealContact contactFields(JsonRecord json) {
        BacksideDealContact.Builder contact = BacksideDealContact.builder();
        Optional<String> id = Optional.empty();
        Optional<String> contactId = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "contact_id" -> contactId = json.string();
                case "deal_id" -> contact.dealId(json.string());
                case "tenant_id" -> contact.tenantId(json.string());
                case "is_primary" -> contact.isPrimary(json.bool());
                case "role" -> contact.role(json.string());
                case "introduced_by" -> contact.introducedBy(json.string());
                case "metadata" -> contact.metadata(metadata(json));
                case "created_at" -> contact.createdAt(json.instant());
                case "updated_at" -> contact.updatedAt(json.instant());
                default -> json.keep();
            }
        }
        return contact.id(required("contact", "id", id))
                .contactId(required("contact", "contact_id", contactId))
                .rest(json.rest())
                .build();
    }

    private static BacksideTemporal temporalFields(JsonRecord json) {
        BacksideTemporal.Builder temporal = BacksideTemporal.builder();
        while (json.next()) {
            switch (json.name()) {
                case "as_of" -> temporal.asOf(json.instant());
                case "valid_at" -> temporal.validAt(json.instant());
                case "sys_from" -> temporal.sysFrom(json.instant());
                case "sys_to" -> temporal.sysTo(json.instant());
                case "captured_by" -> temporal.capturedBy(json.string());
                case "capture_reason" -> temporal.captureReason(json.string());
                default -> {
                    // The deal keeps the whole block as it came.
                }
            }
        }
        return temporal.build();
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

    private static String required(String record, String name, Optional<String> text) {
        return text.filter(present -> !present.isBlank())
                .orElseThrow(() -> new UndecodableException("the " + record + " has no " + name));
    }
}
