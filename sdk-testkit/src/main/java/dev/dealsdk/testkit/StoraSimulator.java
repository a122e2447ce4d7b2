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
 * Stora's deals and deal stages in version 2025-09, with the contacts and sites they point at and the token endpoint,
 * as the vendor's reference pages and guides describe them.
 *
 * <p>Starts with an open deal, one on a stage that was deleted and therefore has no id, and a won one, all from
 * samples, and with the three sample stages at positions 1, 2 and 4. The token endpoint is served from {@link #url()}
 * as well.
 *
 * <p>Responses to a {@code POST} are kept by {@code Idempotency-Key} and given again, failures included. A fault of
 * status 400 or 500 that strikes after processing counts as the vendor's own response and is kept; with any other status
 * it stands for something in between, and what the vendor itself responded stays kept.
 *
 * <p>Assumed, the documents being silent: a create returns 201 and everything else 200; the path is judged before the
 * token, then {@code Accept}, then the scope; a method that is not offered is an unknown endpoint; an id without its
 * prefix is refused where the pattern is published and simply not found elsewhere; a transition that the status does
 * not allow, a repeated one included, is a conflict; a create requires no field; an update may change the stage, which
 * is not reported as a breach either, although no page shows it; the token endpoint refuses with the error envelope of
 * the API. CSV is not offered.
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
     * Starts on a free port of 127.0.0.1.
     *
     * @return a running simulator, to be closed by the caller
     */
    public static StoraSimulator start() {
        return start(0);
    }

    /**
     * Starts on this port of 127.0.0.1.
     *
     * @param port 0 for a free one
     * @return a running simulator, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port cannot be had
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
     * Hands out a token that lasts two hours.
     *
     * @param scopes all it may be used for, such as {@code public.deal:read}
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

    /** {@return the only client the token endpoint knows} */
    public String clientId() {
        return StoraAccess.CLIENT_ID;
    }

    /** {@return the secret of the only client} */
    public String clientSecret() {
        return StoraAccess.CLIENT_SECRET;
    }

    /** {@return where client credentials are exchanged for an access token that lasts 7,200 seconds} */
    public String tokenUrl() {
        return url() + StoraEndpoints.TOKEN_PATH;
    }

    /** Makes every access token issued so far invalid; {@link #token()} stays valid. */
    public void expireIssuedTokens() {
        access.tokens().expireIssued();
    }

    /** {@return how many requests the token endpoint has processed, refused ones included} */
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

        /** Sent on demand alone: callers have to allow what is not verified. */
        private static OpenApiDocument withStageInUpdate(OpenApiDocument document) {
            ObjectNode root = document.root().deepCopy();
            root.withObject("/components/schemas/UpdateDealRequest/properties/stage")
                    .put("$ref", "#/components/schemas/IdRef");
            return new OpenApiDocument(root);
        }
    }
}
