package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.Routes;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoints of Stora; what is assumed of them is said by {@link dev.dealsdk.testkit.StoraSimulator}. Not thread-safe. */
public final class StoraEndpoints {
    public static final String TOKEN_PATH = "/oauth2/token";

    private static final String DEALS = "/2025-09/deals";
    private static final Set<String> STAGE_SORTS = Set.of("created_at", "updated_at", "position");
    private static final Set<String> CONTACT_SORTS = Set.of("created_at", "updated_at", "full_name");

    private final Routes api = new Routes();
    private final StoraIdempotency idempotency = new StoraIdempotency();
    private final StoraDeals deals;
    private final StoraNeighbours neighbours;
    private final StoraReply reply;
    private final StoraAccess access;

    public StoraEndpoints(StoraDeals deals, StoraNeighbours neighbours, StoraReply reply, StoraAccess access) {
        this.deals = deals;
        this.neighbours = neighbours;
        this.reply = reply;
        this.access = access;
        String stages = DEALS + "/stages";
        String deal = DEALS + "/{id}";
        api.add("POST", TOKEN_PATH, (request, places) -> issueToken(request));
        add(
                "GET",
                DEALS,
                "deal:read",
                (request, places) -> reply.page("deals", query(request).page(deals.all())));
        add("POST", DEALS, "deal:write", (request, places) -> create(request));
        add("GET", deal, "deal:read", (request, places) -> expanded(deal(places), expansions(request)));
        add("PATCH", deal, "deal:write", (request, places) -> update(request, deal(places)));
        add("POST", deal + "/win", "deal:write", (request, places) -> win(request, prefixedDeal(places)));
        add("POST", deal + "/lose", "deal:write", (request, places) -> lose(request, prefixedDeal(places)));
        add("POST", deal + "/reopen", "deal:write", (request, places) -> reopen(request, prefixedDeal(places)));
        add("GET", stages, "deal_stage:read", sorted("stages", deals.stages(), STAGE_SORTS));
        add("GET", stages + "/{id}", "deal_stage:read", shown("stage", deals.stages()));
        add("GET", "/2025-09/contacts", "contact:read", sorted("contacts", neighbours.contacts(), CONTACT_SORTS));
        add("GET", "/2025-09/contacts/{id}", "contact:read", shown("contact", neighbours.contacts()));
        add(
                "GET",
                "/2025-09/sites",
                "site:read",
                (request, places) -> reply.page("sites", query(request).page(neighbours.sites())));
        add("GET", "/2025-09/sites/{id}", "site:read", shown("site", neighbours.sites()));
    }

    public StoraIdempotency idempotency() {
        return idempotency;
    }

    public SimulatorResponse respond(SimulatorRequest request) {
        Supplier<SimulatorResponse> handler = api.find(request).orElseThrow(reply::invalidEndpoint);
        if (!request.path().equals(TOKEN_PATH)) {
            if (!access.admits(request)) {
                throw reply.invalidToken();
            }
            if (!acceptsJson(request)) {
                throw reply.invalidFormat();
            }
        }
        return handler.get();
    }

    private void add(String method, String path, String permission, Routes.Handler handler) {
        String scope = "public." + permission;
        api.add(method, path, (request, places) -> {
            requireScope(request, scope);
            return idempotency.once(request, () -> handler.respond(request, places));
        });
    }

    private Routes.Handler sorted(String name, List<Map<String, @Nullable Object>> items, Set<String> sorts) {
        return (request, places) ->
                reply.page(name, query(request).page(query(request).sorted(items, sorts)));
    }

    private Routes.Handler shown(String name, List<Map<String, @Nullable Object>> items) {
        return (request, places) -> reply.resource(
                200,
                name,
                StoraNeighbours.find(items, places.getOrDefault("id", "")).orElseThrow(reply::notFound));
    }

    private SimulatorResponse create(SimulatorRequest request) {
        Map<String, @Nullable Object> body = body(request);
        require(StoraBodies.checkCreate(body));
        requireStage(body);
        return reply.resource(201, "deal", deals.create(body, reply.now())).afterWrite();
    }

    private SimulatorResponse update(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> body = body(request);
        require(StoraBodies.checkUpdate(body));
        requireStage(body);
        if (StoraDeals.merged(deal.get("metadata"), body.get("metadata")).size() > StoraBodies.MAX_METADATA_KEYS) {
            throw reply.invalidContent(Map.of("/metadata", "would leave the deal with more than 20 keys"));
        }
        deals.write(deal, body, reply.now());
        return expanded(deal, Set.of()).afterWrite();
    }

    private SimulatorResponse win(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Set<String> expansions = expansions(request);
        requireStatus(deal, true);
        deals.close(deal, "won", null, reply.now());
        return expanded(deal, expansions).afterWrite();
    }

    private SimulatorResponse lose(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Set<String> expansions = expansions(request);
        Map<String, @Nullable Object> body = body(request);
        require(StoraBodies.checkLose(body));
        requireStatus(deal, true);
        deals.close(deal, "lost", body.get("lost_reason"), reply.now());
        return expanded(deal, expansions).afterWrite();
    }

    private SimulatorResponse reopen(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Set<String> expansions = expansions(request);
        Map<String, @Nullable Object> body = request.body().isEmpty() ? Map.of() : body(request);
        require(StoraBodies.checkReopen(body));
        requireStage(body);
        requireStatus(deal, false);
        deals.reopen(deal, body, reply.now());
        return expanded(deal, expansions).afterWrite();
    }

    private SimulatorResponse expanded(Map<String, @Nullable Object> deal, Set<String> expansions) {
        return reply.resource(200, "deal", neighbours.expanded(deal, expansions, deals));
    }

    private Set<String> expansions(SimulatorRequest request) {
        Set<String> names = query(request).expansions(StoraNeighbours.expandable());
        names.forEach(name -> requireScope(request, StoraNeighbours.scopeOf(name)));
        return names;
    }

    private SimulatorResponse issueToken(SimulatorRequest request) {
        access.tokens().countRequest();
        Map<String, @Nullable Object> body = body(request);
        require(StoraBodies.checkTokenRequest(body));
        Set<String> scopes =
                Set.copyOf(List.of(String.valueOf(body.get("scope")).split(" ", -1)));
        if (!access.knows(scopes)) {
            throw reply.invalidContent(Map.of("/scope", "names a scope that does not exist"));
        }
        if (!access.isClient(body.get("client_id"), body.get("client_secret"))) {
            throw reply.invalidToken();
        }
        Map<String, @Nullable Object> token = new LinkedHashMap<>();
        token.put("access_token", access.issue(scopes));
        token.put("token_type", "Bearer");
        token.put("expires_in", StoraAccess.LIFETIME.toSeconds());
        token.put("scope", body.get("scope"));
        token.put("created_at", reply.epochSecond());
        token.put("refresh_token", null);
        return SimulatorResponse.json(200, token);
    }

    private StoraQuery query(SimulatorRequest request) {
        return new StoraQuery(request, reply);
    }

    private Map<String, @Nullable Object> deal(Map<String, String> places) {
        return deals.find(places.getOrDefault("id", "")).orElseThrow(reply::notFound);
    }

    private Map<String, @Nullable Object> prefixedDeal(Map<String, String> places) {
        if (!places.getOrDefault("id", "").startsWith("deal_")) {
            throw reply.invalidParameter("deal_id", "does not match ^deal_");
        }
        return deal(places);
    }

    /** Only JSON is taken, and only when it is called so [guide: requests]. */
    private Map<String, @Nullable Object> body(SimulatorRequest request) {
        return Json.object(request.body())
                .filter(body -> request.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(SimulatorResponse.JSON))
                        .isPresent())
                .orElseThrow(reply::malformedBody);
    }

    private void require(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw reply.invalidContent(problems);
        }
    }

    private void requireStage(Map<String, @Nullable Object> body) {
        if (body.get("stage") instanceof Map<?, ?> stage
                && deals.stage(stage.get("id")).isEmpty()) {
            throw reply.invalidContent(Map.of("/stage/id", "names no stage"));
        }
    }

    private void requireStatus(Map<String, @Nullable Object> deal, boolean open) {
        if ("open".equals(deal.get("status")) != open) {
            throw reply.conflict("the deal is " + deal.get("status"));
        }
    }

    private void requireScope(SimulatorRequest request, String scope) {
        if (!access.allows(request, scope)) {
            throw reply.forbidden(scope);
        }
    }

    private static boolean acceptsJson(SimulatorRequest request) {
        return Stream.of(request.header("Accept").orElse("*/*").split(",", -1))
                .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(Set.of(SimulatorResponse.JSON, "application/*", "*/*")::contains);
    }
}
