package dev.dealsdk.stora;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.UndecodableException;
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
        return json.object(fields -> only(fields, "deal", StoraDealReader::deal));
    }

    /**
     * {@code {stages: [Stage], meta}} [docs: list-all-stages]. A stage that cannot be read fails the answer: a list
     * with holes misleads.
     */
    static StoraStagePage stagePage(JsonReader json) {
        return json.object(StoraReader::stagePageFields);
    }

    /** {@code {stage: Stage, meta}} [docs: show-a-deal-stage]. */
    static StoraStage stageEnvelope(JsonReader json) {
        return json.object(fields -> only(fields, "stage", StoraReader::stage));
    }

    private static <T> T only(JsonRecord json, String name, Function<JsonRecord, T> fields) {
        Optional<T> found = Optional.empty();
        while (json.next()) {
            if (json.name().equals(name)) {
                found = json.object(fields);
            }
        }
        return found.orElseThrow(() -> new UndecodableException("the object \"" + name + "\" is missing"));
    }

    private static StoraDealPage dealPageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Optional<List<StoraDeal>> deals = Optional.empty();
        Optional<StoraPagination> pagination = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "deals" -> deals = json.objects(StoraDealReader::deal, problems::add);
                case "meta" -> pagination = json.object(StoraReader::pagination).flatMap(Function.identity());
                default -> {
                    // Nothing else is documented, and nothing else of a page concerns a deal.
                }
            }
        }
        return new StoraDealPage(
                deals.orElseThrow(() -> new UndecodableException("the array \"deals\" is missing")),
                List.copyOf(problems),
                pagination);
    }

    private static StoraStagePage stagePageFields(JsonRecord json) {
        Optional<List<StoraStage>> stages = Optional.empty();
        Optional<StoraPagination> pagination = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "stages" ->
                    stages = json.objects(StoraReader::stage, problem -> {
                        throw new UndecodableException("stage " + problem.index() + ": " + problem.message());
                    });
                case "meta" -> pagination = json.object(StoraReader::pagination).flatMap(Function.identity());
                default -> {
                    // As in a page of deals.
                }
            }
        }
        return StoraStagePage.builder()
                .stages(stages.orElseThrow(() -> new UndecodableException("the array \"stages\" is missing")))
                .pagination(pagination)
                .build();
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
        StoraPagination.Builder pagination = StoraPagination.builder();
        while (json.next()) {
            switch (json.name()) {
                case "count" -> pagination.count(json.longInteger());
                case "last" -> pagination.last(json.integer());
                case "limit" -> pagination.limit(json.integer());
                case "next" -> pagination.next(json.integer());
                case "page" -> pagination.page(json.integer());
                case "pages" -> pagination.pages(json.integer());
                case "prev" -> pagination.prev(json.integer());
                default -> {
                    // Nothing else is documented.
                }
            }
        }
        json.requireTypes("count", "next", "pages");
        return pagination.build();
    }

    private static StoraStage stage(JsonRecord json) {
        StoraStage.Builder stage = StoraStage.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> stage.name(json.string());
                case "position" -> stage.position(json.integer());
                case "created_at" -> stage.createdAt(json.instant());
                case "updated_at" -> stage.updatedAt(json.instant());
                default -> json.keep();
            }
        }
        return stage.id(id.filter(text -> !text.isBlank())
                        .orElseThrow(() -> new UndecodableException("the stage has no id")))
                .rest(json.rest())
                .build();
    }
}
