package dev.dealsdk.stora;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.RequiredField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads Stora's envelopes from the stream, field by field under Stora's names. */
final class StoraReader {
    private StoraReader() {}

    /** {@code {deals: [Deal], meta}} [docs: list-all-deals]. */
    static StoraDealPage dealPage(JsonReader json) {
        return json.object(StoraReader::dealPageFields);
    }

    /** {@code {deal: Deal, meta}} [docs: show-a-deal]. */
    static StoraDeal dealEnvelope(JsonReader json) {
        return Envelope.object(json, "deal", StoraDealReader::deal);
    }

    /**
     * {@code {stages: [Stage], meta}} [docs: list-all-stages].
     */
    static StoraStagePage stagePage(JsonReader json) {
        return json.object(StoraReader::stagePageFields);
    }

    /** {@code {stage: Stage, meta}} [docs: show-a-deal-stage]. */
    static StoraStage stageEnvelope(JsonReader json) {
        return Envelope.object(json, "stage", StoraReader::stage);
    }

    private static StoraDealPage dealPageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Envelope<List<StoraDeal>> envelope =
                Envelope.of(json, "deals", deals -> deals.objects(StoraDealReader::deal, problems::add));
        Optional<StoraPagination> pagination = paginationBeside(envelope, json);
        return new StoraDealPage(envelope.payload(), List.copyOf(problems), pagination);
    }

    private static StoraStagePage stagePageFields(JsonRecord json) {
        Envelope<List<StoraStage>> envelope = Envelope.ofList(json, "stages", StoraReader::stage);
        Optional<StoraPagination> pagination = paginationBeside(envelope, json);
        return new StoraStagePage(envelope.payload(), pagination);
    }

    private static Optional<StoraPagination> paginationBeside(Envelope<?> envelope, JsonRecord json) {
        Optional<StoraPagination> pagination = Optional.empty();
        while (envelope.next()) {
            if (json.name().equals("meta")) {
                pagination = json.object(StoraReader::pagination).flatMap(Function.identity());
            }
        }
        return pagination;
    }

    /** Of {@code meta}; the rest of it tells of the request, not of the page. */
    private static Optional<StoraPagination> pagination(JsonRecord meta) {
        Optional<StoraPagination> pagination = Optional.empty();
        while (meta.next()) {
            if (meta.name().equals("pagination")) {
                pagination = meta.object(StoraReader::paginationFields);
            }
        }
        return pagination;
    }

    private static StoraPagination paginationFields(JsonRecord json) {
        Optional<Long> count = Optional.empty();
        Optional<Integer> last = Optional.empty();
        Optional<Integer> limit = Optional.empty();
        Optional<Integer> next = Optional.empty();
        Optional<Integer> page = Optional.empty();
        Optional<Integer> pages = Optional.empty();
        Optional<Integer> prev = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "count" -> count = json.longInteger();
                case "last" -> last = json.integer();
                case "limit" -> limit = json.integer();
                case "next" -> next = json.integer();
                case "page" -> page = json.integer();
                case "pages" -> pages = json.integer();
                case "prev" -> prev = json.integer();
                default -> {
                    // Nothing else is documented.
                }
            }
        }
        json.requireTypes("count", "next", "pages");
        return new StoraPagination(count, last, limit, next, page, pages, prev);
    }

    private static StoraStage stage(JsonRecord json) {
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
        return new StoraStage(RequiredField.id("stage", id), name, position, createdAt, updatedAt, json.rest());
    }
}
