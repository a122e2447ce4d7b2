package dev.dealsdk.play2sell;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.UndecodableException;
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
        return json.object(Play2SellReader::envelopeFields);
    }

    /** {@code {data: [Stage]}} [docs: sales]. A stage that cannot be read fails the answer: a list with holes misleads. */
    static List<Play2SellStage> stages(JsonReader json) {
        return json.object(Play2SellReader::stageListFields);
    }

    private static Play2SellDealPage pageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Optional<List<Play2SellDeal>> deals = Optional.empty();
        Optional<Meta> meta = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "data" -> deals = json.objects(Play2SellReader::deal, problems::add);
                case "meta" -> meta = json.object(Play2SellReader::meta);
                default -> {
                    // Nothing else is documented, and nothing else of a page concerns a deal.
                }
            }
        }
        Meta said = meta.orElse(Meta.NONE);
        return new Play2SellDealPage(
                deals.orElseThrow(() -> new UndecodableException("the array \"data\" is missing")),
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

    private static Play2SellDeal envelopeFields(JsonRecord json) {
        Optional<Play2SellDeal> deal = Optional.empty();
        while (json.next()) {
            if (json.name().equals("data")) {
                deal = json.object(Play2SellReader::deal);
            }
        }
        return deal.orElseThrow(() -> new UndecodableException("the object \"data\" is missing"));
    }

    private static List<Play2SellStage> stageListFields(JsonRecord json) {
        Optional<List<Play2SellStage>> stages = Optional.empty();
        while (json.next()) {
            if (json.name().equals("data")) {
                stages = json.objects(Play2SellReader::stage, problem -> {
                    throw new UndecodableException("stage " + problem.index() + ": " + problem.message());
                });
            }
        }
        return stages.orElseThrow(() -> new UndecodableException("the array \"data\" is missing"));
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
                id.filter(text -> !text.isBlank()).orElseThrow(() -> new UndecodableException("the deal has no id")),
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
        Play2SellStage.Builder stage = Play2SellStage.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> stage.name(json.string());
                case "position" -> stage.position(json.integer());
                case "probability" -> stage.probability(json.decimal());
                default -> {
                    // Nothing else is documented, and a stage has no extras.
                }
            }
        }
        return stage.id(id.orElseThrow(() -> new UndecodableException("the stage has no id")))
                .build();
    }
}
