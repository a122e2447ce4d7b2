package dev.dealsdk.play2sell;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.RequiredField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Play2Sell's answers from the stream, field by field under Play2Sell's names. */
final class Play2SellReader {
    private Play2SellReader() {}

    /** {@code {data: [Deal], meta}} [docs: sales]. */
    static Play2SellDealPage page(JsonReader json) {
        return json.object(Play2SellReader::pageFields);
    }

    /** {@code {data: Deal, meta}} (inferred from [docs: overview]). */
    static Play2SellDeal envelope(JsonReader json) {
        return Envelope.object(json, "data", Play2SellReader::deal);
    }

    /** {@code {data: [Stage]}} [docs: sales]. */
    static List<Play2SellStage> stages(JsonReader json) {
        return Envelope.list(json, "data", Play2SellReader::stage);
    }

    private static Play2SellDealPage pageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Envelope<List<Play2SellDeal>> envelope =
                Envelope.of(json, "data", data -> data.objects(Play2SellReader::deal, problems::add));
        Optional<Meta> meta = Optional.empty();
        while (envelope.next()) {
            if (json.name().equals("meta")) {
                meta = json.object(Play2SellReader::meta);
            }
        }
        Meta said = meta.orElse(Meta.NONE);
        return new Play2SellDealPage(
                envelope.payload(),
                List.copyOf(problems),
                said.total(),
                said.page(),
                said.perPage(),
                said.totalPages());
    }

    private record Meta(
            Optional<Long> total, Optional<Integer> page, Optional<Integer> perPage, Optional<Integer> totalPages) {
        static final Meta NONE = new Meta(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Meta meta(JsonRecord json) {
        Optional<Long> total = Optional.empty();
        Optional<Integer> page = Optional.empty();
        Optional<Integer> perPage = Optional.empty();
        Optional<Integer> totalPages = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "total" -> total = json.longInteger();
                case "page" -> page = json.integer();
                case "per_page" -> perPage = json.integer();
                case "total_pages" -> totalPages = json.integer();
                default -> {
                    // request_id and timestamp tell of the request, not of the page.
                }
            }
        }
        json.requireTypes("total", "total_pages");
        return new Meta(total, page, perPage, totalPages);
    }

    private static Play2SellDeal deal(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<BigDecimal> value = Optional.empty();
        Optional<Play2SellDealStage> stage = Optional.empty();
        Optional<String> status = Optional.empty();
        Optional<String> contactName = Optional.empty();
        Optional<String> contactEmail = Optional.empty();
        Optional<String> company = Optional.empty();
        Optional<String> ownerId = Optional.empty();
        Optional<LocalDate> expectedCloseDate = Optional.empty();
        Optional<String> priority = Optional.empty();
        Optional<String> leadId = Optional.empty();
        Map<String, @Nullable Object> customFields = Map.of();
        List<String> tags = List.of();
        Optional<Instant> createdAt = Optional.empty();
        Optional<Instant> updatedAt = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "value" -> value = json.decimal();
                case "stage" -> stage = json.object(Play2SellReader::dealStage);
                case "status" -> status = json.string();
                case "contact_name" -> contactName = json.string();
                case "contact_email" -> contactEmail = json.string();
                case "company" -> company = json.string();
                case "owner_id" -> ownerId = json.string();
                case "expected_close_date" -> expectedCloseDate = json.date();
                case "priority" -> priority = json.string();
                case "lead_id" -> leadId = json.string();
                case "custom_fields" -> customFields = json.map().orElse(customFields);
                case "tags" -> tags = json.strings().orElse(tags);
                case "created_at" -> createdAt = json.instant();
                case "updated_at" -> updatedAt = json.instant();
                default -> json.keep();
            }
        }
        return new Play2SellDeal(
                RequiredField.id("deal", id),
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
                updatedAt,
                json.rest());
    }

    private static Play2SellDealStage dealStage(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<BigDecimal> probability = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "probability" -> probability = json.decimal();
                default -> json.keep();
            }
        }
        return new Play2SellDealStage(id, name, probability, json.rest());
    }

    private static Play2SellStage stage(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<Integer> position = Optional.empty();
        Optional<BigDecimal> probability = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "position" -> position = json.integer();
                case "probability" -> probability = json.decimal();
                default -> {
                    // Nothing else is documented, and a stage has no extras.
                }
            }
        }
        return new Play2SellStage(RequiredField.id("stage", id), name, position, probability);
    }
}
