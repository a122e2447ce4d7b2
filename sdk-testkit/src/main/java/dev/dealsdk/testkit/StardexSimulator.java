package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.SlidingQuota;
import dev.dealsdk.testkit.internal.stardex.StardexBodies;
import dev.dealsdk.testkit.internal.stardex.StardexDeals;
import dev.dealsdk.testkit.internal.stardex.StardexReply;
import dev.dealsdk.testkit.internal.stardex.StardexSearch;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Stardex's deals as the pages of the v1 reference describe them: create, update and search, with the
 * statuses and the custom field definitions at the paths that are inferred for them.
 *
 * <p>Initially there are two deals, the samples of both generations of the create call (the newer one with custom
 * fields), the four sample statuses and, because every organization defines its own, a fifth one named Lost. Bodies of
 * both generations are accepted.
 *
 * <p>Assumptions, where the documents are silent: an unknown path is checked before the token, the token before the
 * quota and the quota before the rest; search returns everything that can be written under the names of the request,
 * which {@link #showOnlyDocumentedFields} turns off.
 */
public final class StardexSimulator extends VendorSimulator {
    /** Requests per minute and key [docs: introduction-v1]. */
    private static final int LIMIT = 60;

    private static final String TOKEN = "ats-test-token-stardex";
    private static final String READ_ONLY_TOKEN = "ats-test-token-stardex-read-only";

    private final Routes api = new Routes();
    private final StardexDeals deals = new StardexDeals(Source.DOCUMENT);
    private final StardexReply reply;
    private final SlidingQuota quota;
    private Set<String> hidden = Set.of();

    StardexSimulator(Clock clock) {
        super("stardex", Source.CONTRACT);
        this.reply = new StardexReply(clock);
        this.quota = new SlidingQuota(LIMIT, clock);
        api.add("POST", "/v1/deals", (request, places) -> create(request))
                .add("PATCH", "/v1/deals/{id}", (request, places) -> update(request, deal(places)))
                .add("POST", "/v1/deals/search", (request, places) -> search(request))
                .add("GET", "/v1/deals/statuses", (request, places) -> reply.data(deals.statuses()))
                .add(
                        "GET",
                        "/v1/custom-fields/deals",
                        (request, places) -> reply.data(deals.customFields().definitions()));
    }

    /**
     * Starts a simulator on a free port of 127.0.0.1.
     *
     * @return a running simulator, to be closed by the caller
     */
    public static StardexSimulator start() {
        return start(0);
    }

    /**
     * Starts a simulator on a port of 127.0.0.1.
     *
     * @param port the port; 0 for a free one
     * @return a running simulator, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public static StardexSimulator start(int port) {
        return start(port, Clock.systemUTC());
    }

    static StardexSimulator start(int port, Clock clock) {
        StardexSimulator simulator = new StardexSimulator(clock);
        simulator.listen(port);
        return simulator;
    }

    /** {@return a bearer token that is always accepted} */
    @Override
    public String token() {
        return TOKEN;
    }

    /** {@return a bearer token whose writes are refused with 403} */
    public String readOnlyToken() {
        return READ_ONLY_TOKEN;
    }

    /**
     * Sets whether the 61st and later requests of a token within a minute are refused with 429. Initially off; the
     * headers count requests in either case.
     *
     * @param on true to refuse such requests
     */
    public void enforceRateLimit(boolean on) {
        exclusively(() -> {
            quota.enforce(on);
            return on;
        });
    }

    /**
     * Sets whether search returns only the fields that a page of the vendor shows in a response: no description, close
     * date, referrer or owners.
     *
     * @param on true to leave the other fields out
     */
    public void showOnlyDocumentedFields(boolean on) {
        exclusively(() -> hidden = on ? StardexDeals.SHOWN_NOWHERE : Set.of());
    }

    /**
     * Adds a status after the existing ones.
     *
     * @param name any name, which another status may have too
     * @return the id of the status
     */
    public String addStatus(String name) {
        return exclusively(() -> deals.addStatus(name));
    }

    /**
     * Adds a custom field of deals, which Stardex calls an attribute.
     *
     * @param id a UUID that no other field has
     * @param name the organization's name of the field
     * @param dataType {@code string}, {@code url}, {@code integer}, {@code date}, {@code single-select}, {@code
     *     multi-select} or {@code multi-team-member}
     * @param options the names of the options of a select field; their ids are generated
     * @throws IllegalArgumentException if the id is not a UUID or belongs to another field, or the data type is not one
     *     of these
     */
    public void addCustomField(String id, String name, String dataType, String... options) {
        exclusively(() -> {
            deals.customFields().add(id, name, dataType, options);
            return id;
        });
    }

    /**
     * Adds a custom field of deals with a generated id.
     *
     * @param name the organization's name of the field
     * @param dataType as in {@link #addCustomField(String, String, String, String...)}, such as {@code string} for any
     *     text
     * @return the id of the field, under which a deal has its value
     * @throws IllegalArgumentException if the data type is not one of those
     */
    public String addCustomField(String name, String dataType) {
        return exclusively(() -> {
            String id = deals.customFields().newId();
            addCustomField(id, name, dataType);
            return id;
        });
    }

    /**
     * Archives a deal, which is possible only in the vendor's product and not in its API.
     *
     * @param id the id of a deal
     */
    public void archive(String id) {
        exclusively(() -> {
            deals.archive(id);
            return id;
        });
    }

    @Override
    protected Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal) {
        return deals.complete(deal, reply.now());
    }

    @Override
    protected List<@Nullable Object> elements() {
        return deals.all();
    }

    @Override
    protected boolean isRead(SimulatorRequest request) {
        return super.isRead(request) || request.path().endsWith("/search");
    }

    @Override
    protected SimulatorResponse respond(SimulatorRequest request) {
        String key = request.bearerToken().orElse("");
        SimulatorResponse response;
        try {
            response = judge(request, key);
        } catch (ErrorResponseException refusal) {
            response = refusal.response();
        }
        return quota.withHeaders(response, key);
    }

    private SimulatorResponse judge(SimulatorRequest request, String key) {
        Supplier<SimulatorResponse> handler = api.find(request).orElseThrow(() -> reply.noSuchRoute(request));
        if (!key.equals(TOKEN) && !key.equals(READ_ONLY_TOKEN)) {
            throw reply.unauthorized();
        }
        if (!quota.take(key)) {
            return reply.rateLimited(quota.secondsToReset(key), LIMIT, quota.resetAt(key));
        }
        if (!isRead(request) && key.equals(READ_ONLY_TOKEN)) {
            throw reply.forbidden();
        }
        return handler.get();
    }

    private SimulatorResponse create(SimulatorRequest request) {
        Map<String, @Nullable Object> body = body(request);
        require(StardexBodies.checkCreate(body));
        requireReferences(body);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(deals.create(body, reply.now()));
        shown.keySet().retainAll(StardexDeals.SHOWN_BY_CREATE);
        return reply.data(shown).afterWrite();
    }

    private SimulatorResponse update(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> body = body(request);
        require(StardexBodies.checkUpdate(body));
        requireReferences(body);
        deals.update(deal, body);
        return reply.data(Map.of("message", "Deal updated successfully")).afterWrite();
    }

    private SimulatorResponse search(SimulatorRequest request) {
        StardexSearch search = new StardexSearch(body(request), deals);
        require(search.problems());
        List<@Nullable Object> found = search.found();
        return reply.page(search.page(found, hidden), found.size(), search.offset(), search.limit());
    }

    private Map<String, @Nullable Object> deal(Map<String, String> places) {
        return deals.find(places.getOrDefault("id", "")).orElseThrow(reply::dealNotFound);
    }

    private Map<String, @Nullable Object> body(SimulatorRequest request) {
        return Json.object(request.body()).orElseThrow(reply::notAnObject);
    }

    private void require(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw reply.invalid(problems);
        }
    }

    private void requireReferences(Map<String, @Nullable Object> body) {
        Object statusId = body.get("deal_status_id");
        if (statusId != null && !deals.hasStatus(statusId)) {
            throw reply.invalid(Map.of("deal_status_id", "names no status"));
        }
        require(deals.customFields().problems(body.get("custom_fields")));
    }

    /** Read once, when the first simulator starts. */
    private static final class Source {
        static final OpenApiDocument DOCUMENT = OpenApiDocument.load("stardex.openapi.yaml");
        static final OpenApiContract CONTRACT = OpenApiContract.of(DOCUMENT);
    }
}
