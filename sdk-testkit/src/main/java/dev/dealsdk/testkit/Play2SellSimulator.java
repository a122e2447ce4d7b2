package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.play2sell.Play2SellBodies;
import dev.dealsdk.testkit.internal.play2sell.Play2SellDeals;
import dev.dealsdk.testkit.internal.play2sell.Play2SellQuery;
import dev.dealsdk.testkit.internal.play2sell.Play2SellReply;
import dev.dealsdk.testkit.internal.simulator.SlidingQuota;
import dev.dealsdk.testkit.internal.simulator.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Play2Sell's deals, stages and token endpoint, as the sales page of the v1 reference describes them.
 *
 * <p>Initially there are two deals, the samples of the list call and of the create call, and the six default stages.
 * The vendor has separate hosts for the API and the token endpoint; the simulator serves both from {@link #url()}.
 * Every response of the API reports the remaining quota of the smallest plan, 100 requests per minute. {@link
 * #enforceRateLimit} enforces it.
 *
 * <p>Assumptions, where the documents are silent: paths and methods are checked before the token, and the token before
 * the rest; a deal id that is not a UUID is not found; closing a deal does not change {@code value}, regardless of
 * {@code final_value}; each token has its own quota, in a sliding minute, and {@code X-RateLimit-Reset} is in epoch
 * seconds; ids of new deals continue those of the samples; the token endpoint refuses requests with the error envelope
 * of the API.
 */
public final class Play2SellSimulator extends VendorSimulator {
    private static final String TOKEN_PATH = "/oauth/token";
    private static final String AUDIENCE = "https://api.play2sell.com";

    /** Requests per minute of the plan Starter [docs: support technical FAQ]. */
    private static final int LIMIT = 100;

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

    private final Routes api = new Routes();
    private final Play2SellDeals deals = new Play2SellDeals(Source.DOCUMENT);
    private final Play2SellReply reply;
    private final Tokens tokens;
    private final SlidingQuota quota;

    Play2SellSimulator(Clock clock) {
        super("play2sell", Source.CONTRACT);
        this.reply = new Play2SellReply(clock);
        this.tokens = new Tokens("test-token-play2sell", TOKEN_LIFETIME, clock);
        this.quota = new SlidingQuota(LIMIT, clock);
        api.add("POST", TOKEN_PATH, (request, places) -> issueToken(request))
                .add(
                        "GET",
                        "/v1/stages",
                        (request, places) -> SimulatorResponse.json(200, Map.of("data", deals.stages())))
                .add("GET", "/v1/deals", (request, places) -> list(request))
                .add("POST", "/v1/deals", (request, places) -> create(request))
                .add("GET", "/v1/deals/{id}", (request, places) -> reply.data(200, deal(places)))
                .add("PATCH", "/v1/deals/{id}", (request, places) -> update(request, deal(places)))
                .add("DELETE", "/v1/deals/{id}", (request, places) -> delete(deal(places)))
                .add("POST", "/v1/deals/{id}/move", (request, places) -> move(request, deal(places)))
                .add("POST", "/v1/deals/{id}/close", (request, places) -> close(request, deal(places)));
    }

    /**
     * Starts a simulator on a free port of 127.0.0.1.
     *
     * @return a running simulator, to be closed by the caller
     */
    public static Play2SellSimulator start() {
        return start(0);
    }

    /**
     * Starts a simulator on a port of 127.0.0.1.
     *
     * @param port the port; 0 for a free one
     * @return a running simulator, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public static Play2SellSimulator start(int port) {
        return start(port, Clock.systemUTC());
    }

    static Play2SellSimulator start(int port, Clock clock) {
        Play2SellSimulator simulator = new Play2SellSimulator(clock);
        simulator.listen(port);
        return simulator;
    }

    /** {@return a bearer token that is always accepted} */
    @Override
    public String token() {
        return tokens.permanent();
    }

    /** {@return the id of the only client that the token endpoint accepts} */
    public String clientId() {
        return "test-client-play2sell";
    }

    /** {@return the secret of the only client that the token endpoint accepts} */
    public String clientSecret() {
        return "test-secret-play2sell";
    }

    /**
     * {@return the endpoint that exchanges client credentials for an access token, which is valid for 86,400 seconds}
     */
    public String tokenUrl() {
        return url() + TOKEN_PATH;
    }

    /**
     * Sets whether the 101st and later requests of a token within a minute are refused with 429. Initially off; the
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

    /** Invalidates every access token issued so far. {@link #token()} stays valid. */
    public void expireIssuedTokens() {
        tokens.expireIssued();
    }

    /** {@return the number of requests that the token endpoint has processed, including refused ones} */
    public int tokenRequests() {
        return tokens.requests();
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
    protected SimulatorResponse respond(SimulatorRequest request) {
        if (request.path().equals(TOKEN_PATH)) {
            return api.find(request).orElseThrow(reply::methodNotAllowed).get();
        }
        String token = request.bearerToken().orElse("");
        SimulatorResponse response;
        try {
            response = judge(request, token);
        } catch (ErrorResponseException refusal) {
            response = refusal.response();
        }
        return quota.withHeaders(response, token);
    }

    private SimulatorResponse judge(SimulatorRequest request, String token) {
        if (!api.knowsPath(request.path())) {
            throw reply.notFound("Path");
        }
        Supplier<SimulatorResponse> handler = api.find(request).orElseThrow(reply::methodNotAllowed);
        if (!tokens.accepts(token)) {
            throw reply.unauthorized();
        }
        if (!quota.take(token)) {
            throw reply.rateLimited(quota.secondsToReset(token));
        }
        return handler.get();
    }

    private SimulatorResponse list(SimulatorRequest request) {
        Play2SellQuery query = new Play2SellQuery(request);
        require(query.problems());
        return reply.page(query.page(deals.all()));
    }

    private SimulatorResponse create(SimulatorRequest request) {
        Map<String, @Nullable Object> body = body(request);
        require(Play2SellBodies.checkCreate(body));
        requireStage(body);
        return reply.data(201, deals.create(body, reply.now())).afterWrite();
    }

    private SimulatorResponse update(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> body = body(request);
        if (body.isEmpty()) {
            throw reply.invalid(Map.of("body", "must name at least one field to change"));
        }
        require(Play2SellBodies.checkUpdate(body));
        deals.update(deal, body, reply.now());
        return reply.data(200, deal).afterWrite();
    }

    private SimulatorResponse delete(Map<String, @Nullable Object> deal) {
        deals.delete(deal);
        return SimulatorResponse.empty(204).afterWrite();
    }

    private SimulatorResponse move(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> body = body(request);
        require(Play2SellBodies.checkMove(body));
        requireStage(body);
        deals.move(deal, String.valueOf(body.get("stage_id")), reply.now());
        return reply.data(200, deal).afterWrite();
    }

    private SimulatorResponse close(SimulatorRequest request, Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> body = body(request);
        require(Play2SellBodies.checkClose(body));
        deals.close(deal, "won".equals(body.get("result")), reply.now());
        return reply.data(200, deal).afterWrite();
    }

    private SimulatorResponse issueToken(SimulatorRequest request) {
        tokens.countRequest();
        Map<String, @Nullable Object> body = body(request);
        require(Play2SellBodies.checkTokenRequest(body, AUDIENCE));
        if (!clientId().equals(body.get("client_id")) || !clientSecret().equals(body.get("client_secret"))) {
            throw reply.unauthorized();
        }
        return SimulatorResponse.json(
                200,
                Map.of(
                        "access_token", tokens.issue(),
                        "token_type", "Bearer",
                        "expires_in", TOKEN_LIFETIME.toSeconds()));
    }

    private Map<String, @Nullable Object> deal(Map<String, String> places) {
        return deals.find(places.getOrDefault("id", "")).orElseThrow(() -> reply.notFound("Deal"));
    }

    private Map<String, @Nullable Object> body(SimulatorRequest request) {
        return Json.object(request.body()).orElseThrow(reply::notAnObject);
    }

    private void require(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw reply.invalid(problems);
        }
    }

    private void requireStage(Map<String, @Nullable Object> body) {
        Object stageId = body.get("stage_id");
        if (stageId != null && !deals.hasStage(stageId)) {
            throw reply.invalid(Map.of("stage_id", "names no stage"));
        }
    }

    /** Read once, when the first simulator starts. */
    private static final class Source {
        static final OpenApiDocument DOCUMENT = OpenApiDocument.load("play2sell.openapi.yaml");
        static final OpenApiContract CONTRACT = OpenApiContract.of(DOCUMENT);
    }
}
