package dev.dealsdk.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.stora.StoraAccess;
import dev.dealsdk.testkit.internal.stora.StoraDeals;
import dev.dealsdk.testkit.internal.stora.StoraEndpoints;
import dev.dealsdk.testkit.internal.stora.StoraNeighbours;
import dev.dealsdk.testkit.internal.stora.StoraReply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Stora's deals and deal stages in version 2025-09, with the contacts and sites to which they refer and the
 * token endpoint, as the vendor's reference pages and guides describe them.
 *
 * <p>Initially there are three deals from samples: an open one, one on a stage that was deleted and therefore has no
 * id, and a won one; and the three sample stages at positions 1, 2 and 4. The simulator also serves the token endpoint
 * from {@link #url()}.
 *
 * <p>Responses to a {@code POST} are stored by {@code Idempotency-Key} and replayed, including failures. A fault of
 * status 400 or 500 that strikes after processing counts as the vendor's own response and is stored. A fault of any
 * other status stands for an intermediary, and the vendor's own response stays stored.
 *
 * <p>Assumptions, where the documents are silent: a create returns 201 and everything else 200; the path is checked
 * before the token, then {@code Accept}, then the scope; a method that is not offered is an unknown endpoint; an id
 * without its prefix is refused where the pattern is published and is otherwise not found; a transition that the status
 * does not allow, including a repeated one, is a conflict; a create requires no field; an update may change the stage,
 * which is not reported as a violation either, although no page shows it; the token endpoint refuses requests with the
 * error envelope of the API. CSV is not offered.
 */
public final class StoraSimulator extends VendorSimulator {
    private final StoraDeals deals = new StoraDeals(Source.DOCUMENT);
    private final StoraReply reply;
    private final StoraAccess access;
    private final StoraEndpoints endpoints;

    StoraSimulator(Clock clock) {
        super("stora", Source.CONTRACT);
        this.reply = new StoraReply(Source.DOCUMENT, clock);
        this.access = new StoraAccess(Source.DOCUMENT, clock);
        this.endpoints = new StoraEndpoints(deals, new StoraNeighbours(Source.DOCUMENT), reply, access);
    }

    /**
     * Starts a simulator on a free port of 127.0.0.1.
     *
     * @return a running simulator, to be closed by the caller
     */
    public static StoraSimulator start() {
        return start(0);
    }

    /**
     * Starts a simulator on a port of 127.0.0.1.
     *
     * @param port the port; 0 for a free one
     * @return a running simulator, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public static StoraSimulator start(int port) {
        return start(port, Clock.systemUTC());
    }

    static StoraSimulator start(int port, Clock clock) {
        StoraSimulator simulator = new StoraSimulator(clock);
        simulator.listen(port);
        return simulator;
    }

    /** {@return a bearer token that is always accepted and has every scope} */
    @Override
    public String token() {
        return access.tokens().permanent();
    }

    /**
     * Issues a token that is valid for two hours.
     *
     * @param scopes the scopes of the token, such as {@code public.deal:read}
     * @return a bearer token
     * @throws IllegalArgumentException if Stora documents no such scope
     */
    public String issueToken(String... scopes) {
        Set<String> wanted = Set.copyOf(List.of(scopes));
        if (!access.knows(wanted)) {
            throw new IllegalArgumentException("Stora documents no such scope among " + wanted);
        }
        return access.issue(wanted);
    }

    /** {@return the id of the only client that the token endpoint accepts} */
    public String clientId() {
        return StoraAccess.CLIENT_ID;
    }

    /** {@return the secret of the only client that the token endpoint accepts} */
    public String clientSecret() {
        return StoraAccess.CLIENT_SECRET;
    }

    /**
     * {@return the endpoint that exchanges client credentials for an access token, which is valid for 7,200 seconds}
     */
    public String tokenUrl() {
        return url() + StoraEndpoints.TOKEN_PATH;
    }

    /** Invalidates every access token issued so far. {@link #token()} stays valid. */
    public void expireIssuedTokens() {
        access.tokens().expireIssued();
    }

    /** {@return the number of requests that the token endpoint has processed, including refused ones} */
    public int tokenRequests() {
        return access.tokens().requests();
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
        return endpoints.respond(request);
    }

    @Override
    protected void responseReplaced(SimulatorRequest request, SimulatorResponse given) {
        if (given.status() == 400 || given.status() == 500) {
            endpoints.idempotency().replace(request, given);
        }
    }

    @Override
    protected boolean isOwn(SimulatorResponse response) {
        return !endpoints.idempotency().isFault(response);
    }

    /** Read once, when the first simulator starts. */
    private static final class Source {
        static final OpenApiDocument DOCUMENT = OpenApiDocument.load("stora.openapi.yaml");
        static final OpenApiContract CONTRACT = OpenApiContract.of(withStageInUpdate(DOCUMENT));

        /** The SDK sends the stage only if a caller allows what is not verified. */
        private static OpenApiDocument withStageInUpdate(OpenApiDocument document) {
            ObjectNode root = document.root().deepCopy();
            root.withObject("/components/schemas/UpdateDealRequest/properties/stage")
                    .put("$ref", "#/components/schemas/IdRef");
            return new OpenApiDocument(root);
        }
    }
}
