package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.Routes;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Backside does with requests that have passed the gate. Not thread-safe. */
public final class BacksideEndpoints {
    private static final String TENANT_SAMPLE =
            "/paths/~1api~1v1~1tenant/get/responses/200/content/application~1json/examples/docs/value";

    private final BacksideDeals deals;
    private final BacksideReply reply;
    private final Map<String, @Nullable Object> tenant;
    private int pageSize = Integer.MAX_VALUE;
    private boolean bareArray;
    private boolean updatesReplace;

    public BacksideEndpoints(OpenApiDocument document, BacksideDeals deals, BacksideReply reply) {
        this.deals = deals;
        this.reply = reply;
        this.tenant = Json.copyOf(document.at(TENANT_SAMPLE));
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/api/v1/deals", (request, places) -> list(request))
                .add("POST", "/api/v1/deals", (request, places) -> create(request))
                .add("GET", "/api/v1/deals/{id}", (request, places) -> get(request, id(places)))
                .add("PUT", "/api/v1/deals/{id}", (request, places) -> update(request, id(places)))
                .add("DELETE", "/api/v1/deals/{id}", (request, places) -> delete(id(places)))
                .add("POST", "/api/v1/deals/{id}/move", (request, places) -> move(request, id(places)))
                .add("GET", "/api/v1/deals/{id}/contacts", (request, places) -> contacts(id(places)))
                .add("POST", "/api/v1/deals/{id}/contacts", (request, places) -> link(request, id(places)))
                .add("GET", "/api/v1/tenant", (request, places) -> SimulatorResponse.json(200, tenant));
    }

    public void listInPagesOf(int size) {
        pageSize = size;
    }

    public void listAsBareArray() {
        bareArray = true;
    }

    public void replaceOnUpdate() {
        updatesReplace = true;
    }

    private SimulatorResponse list(SimulatorRequest request) {
        BacksideQuery query = new BacksideQuery(request);
        require(query.problems());
        requireRemembered(query);
        List<@Nullable Object> found = found(query);
        if (bareArray) {
            return SimulatorResponse.json(200, found);
        }
        int from = Math.min(query.offset(), found.size());
        int to = (int) Math.min((long) from + pageSize, found.size());
        boolean more = to < found.size();
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("data", found.subList(from, to));
        page.put("has_more", more);
        page.put("next_cursor", more ? BacksideQuery.cursor(to) : null);
        return SimulatorResponse.json(200, page);
    }

    private SimulatorResponse get(SimulatorRequest request, String id) {
        BacksideQuery query = new BacksideQuery(request);
        require(query.problems());
        requireRemembered(query);
        return SimulatorResponse.json(200, deals.detailed(then(id, query).orElseThrow(() -> reply.notFound("Deal"))));
    }

    private SimulatorResponse create(SimulatorRequest request) {
        Map<String, @Nullable Object> body = body(request);
        require(BacksideBodies.checkCreate(body));
        requirePlace(body);
        return SimulatorResponse.json(201, deals.create(body, reply.now())).afterWrite();
    }

    private SimulatorResponse update(SimulatorRequest request, String id) {
        Map<String, @Nullable Object> body = body(request);
        require(BacksideBodies.checkUpdate(body));
        requirePlace(body);
        Map<String, @Nullable Object> deal = present(id);
        deals.update(deal, body, updatesReplace, reply.now());
        return SimulatorResponse.json(200, deal).afterWrite();
    }

    private SimulatorResponse delete(String id) {
        deals.delete(present(id), reply.now());
        return SimulatorResponse.empty(204).afterWrite();
    }

    private void requirePlace(Map<String, @Nullable Object> body) {
        if (body.containsKey("pipeline_id") && !deals.hasPipeline(body.get("pipeline_id"))) {
            throw reply.badRequest("pipeline_id names no pipeline");
        }
        if (body.containsKey("stage_id") && !deals.hasStage(body.get("stage_id"))) {
            throw reply.badRequest("stage_id names no stage");
        }
    }

    private SimulatorResponse move(SimulatorRequest request, String id) {
        Map<String, @Nullable Object> body = body(request);
        require(new FieldCheck(body)
                .require("stage_id")
                .type(FieldType.UUID, "stage_id")
                .problems());
        Map<String, @Nullable Object> deal = deal(id);
        Object stageId = String.valueOf(body.get("stage_id"));
        if (!deals.hasStage(stageId)) {
            throw reply.badRequest("stage_id names no stage");
        }
        deals.move(deal, stageId, reply.now());
        return SimulatorResponse.json(200, deal).afterWrite();
    }

    private SimulatorResponse contacts(String id) {
        deal(id);
        return SimulatorResponse.json(200, deals.contacts(id));
    }

    private SimulatorResponse link(SimulatorRequest request, String id) {
        Map<String, @Nullable Object> body = body(request);
        for (String nullable : List.of("introduced_by", "is_primary", "role")) {
            body.remove(nullable, null);
        }
        require(new FieldCheck(body)
                .require("contact_id")
                .type(FieldType.UUID, "contact_id", "introduced_by")
                .type(FieldType.BOOLEAN, "is_primary")
                .type(FieldType.TEXT, "role")
                .problems());
        deal(id);
        boolean linked = deals.contacts(id).stream()
                .anyMatch(contact -> String.valueOf(contact.get("contact_id")).equals(body.get("contact_id")));
        if (linked) {
            throw reply.conflict("Contact is already associated with this deal.");
        }
        return SimulatorResponse.json(201, deals.link(id, body, reply.now())).afterWrite();
    }

    /** Elements that are no objects, which only a test can plant, are always there. */
    private List<@Nullable Object> found(BacksideQuery query) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object deal : deals.all()) {
            if (deal instanceof Map<?, ?> fields) {
                Optional<? extends Map<?, ?>> seen =
                        query.asOf().isEmpty() ? Optional.of(fields) : then(String.valueOf(fields.get("id")), query);
                seen.filter(now -> query.stageId()
                                .map(stage -> stage.equals(now.get("stage_id")))
                                .orElse(true))
                        .ifPresent(found::add);
            } else {
                found.add(deal);
            }
        }
        return found;
    }

    private Optional<Map<String, @Nullable Object>> then(String id, BacksideQuery query) {
        Optional<Instant> asOf = query.asOf();
        return asOf.isEmpty()
                ? deals.find(id)
                : deals.history().find(id, asOf.get(), query.validAt().orElseThrow());
    }

    /** Assumed: an id that is no UUID is a bad parameter, not an unknown deal. */
    private String id(Map<String, String> places) {
        String id = places.getOrDefault("id", "");
        if (!FieldType.UUID.accepts(id)) {
            throw reply.badRequest("id " + FieldType.UUID.rule());
        }
        return id;
    }

    private Map<String, @Nullable Object> deal(String id) {
        return deals.find(id).orElseThrow(() -> reply.notFound("Deal"));
    }

    /** A deal that is not deleted. */
    private Map<String, @Nullable Object> present(String id) {
        return deals.find(id).filter(deal -> deal.get("deleted_at") == null).orElseThrow(() -> reply.notFound("Deal"));
    }

    private Map<String, @Nullable Object> body(SimulatorRequest request) {
        return Json.object(request.body()).orElseThrow(() -> reply.badRequest("The body is not a JSON object"));
    }

    private void requireRemembered(BacksideQuery query) {
        if (query.asOf().filter(asOf -> !deals.history().remembers(asOf)).isPresent()) {
            throw reply.gone();
        }
    }

    private void require(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw reply.badRequest(problems);
        }
    }
}
