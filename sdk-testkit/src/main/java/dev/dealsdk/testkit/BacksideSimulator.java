package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.backside.BacksideDeals;
import dev.dealsdk.testkit.internal.backside.BacksideEndpoints;
import dev.dealsdk.testkit.internal.backside.BacksideReply;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulates Backside's deals and their contacts, as far as the vendor's pages describe them.
 *
 * <p>Initially there are two deals (the sample of the get call with its contact, and one that is soft-deleted) in one
 * pipeline with the stages Lead, Qualified, Proposal, Won and Lost. No call lists the stages: take their ids from
 * {@link #stages()}. Creating, updating and deleting a deal is <strong>inferred</strong> from the vendor's notes,
 * contacts and events, because no page describes it. An update is merged into the deal, unless {@link #replaceOnUpdate}
 * is set. A deleted deal keeps its record with {@code deleted_at}. Other calls that the vendor does not document
 * (pipelines, tags) are not simulated.
 *
 * <p>Assumptions, where the pages are silent: paths and methods are checked before the key, and the key before the
 * rest; GET requires the scope {@code crm:read} and all other methods require {@code crm:write}; an unknown stage is a
 * bad request; a list of deals is an envelope with everything on one page, unless {@link #listAsBareArray} or {@link
 * #listInPagesOf} is set; an {@code as_of} read of a deal returns the current contacts.
 */
public final class BacksideSimulator extends VendorSimulator {
    private static final String TOKEN = "bsk_test_" + "FullAccess".repeat(4) + "000";
    private static final String READ_ONLY_TOKEN = "bsk_test_" + "OnlyReads0".repeat(4) + "000";

    private final BacksideDeals deals = new BacksideDeals(Source.DOCUMENT);
    private final BacksideReply reply;
    private final BacksideEndpoints endpoints;
    private final Routes api;

    BacksideSimulator(Clock clock) {
        super("backside", Source.CONTRACT);
        this.reply = new BacksideReply(Source.DOCUMENT, clock);
        this.endpoints = new BacksideEndpoints(Source.DOCUMENT, deals, reply);
        this.api = endpoints.routes();
    }

    /**
     * Starts a simulator on a free port of 127.0.0.1.
     *
     * @return a running simulator, to be closed by the caller
     */
    public static BacksideSimulator start() {
        return start(0);
    }

    /**
     * Starts a simulator on a port of 127.0.0.1.
     *
     * @param port the port; 0 for a free one
     * @return a running simulator, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public static BacksideSimulator start(int port) {
        return start(port, Clock.systemUTC());
    }

    static BacksideSimulator start(int port, Clock clock) {
        BacksideSimulator simulator = new BacksideSimulator(clock);
        simulator.listen(port);
        return simulator;
    }

    /** {@return an API key with full access, in the vendor's format} */
    @Override
    public String token() {
        return TOKEN;
    }

    /** {@return an API key with only the scope {@code crm:read}, in the vendor's format} */
    public String readOnlyToken() {
        return READ_ONLY_TOKEN;
    }

    /** {@return the ids of the stages by name, in pipeline order: Lead, Qualified, Proposal, Won, Lost} */
    public Map<String, String> stages() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(deals.stages()));
    }

    /**
     * Counts the audit entries of a deal. The vendor writes one for every move.
     *
     * @param dealId the id of a deal, which need not exist
     * @return the number of moves of the deal
     */
    public long stageChanges(String dealId) {
        return exclusively(() -> deals.stageChanges(dealId));
    }

    /**
     * Makes lists of deals paged from now on, with {@code has_more} and an opaque {@code next_cursor}.
     *
     * @param size the number of deals on a page, 1 or more
     */
    public void listInPagesOf(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more, is " + size);
        }
        exclusively(() -> {
            endpoints.listInPagesOf(size);
            return size;
        });
    }

    /**
     * Makes lists of deals bare arrays with all deals from now on, as the list of a deal's contacts is.
     *
     * <p>The contract document infers the envelope, so the simulator's own responses are no longer checked against it.
     * Requests still are.
     */
    public void listAsBareArray() {
        leaveResponsesUnchecked();
        exclusively(() -> {
            endpoints.listAsBareArray();
            return true;
        });
    }

    /**
     * Makes updates replace all writable fields from now on, so that fields which the body leaves out are removed. By
     * default, an update is merged into the deal. The vendor does not document which of the two it does.
     */
    public void replaceOnUpdate() {
        exclusively(() -> {
            endpoints.replaceOnUpdate();
            return true;
        });
    }

    /**
     * Makes reads as of a time before the cutoff fail with 410 from now on.
     *
     * @param cutoff the earliest time that can still be read
     */
    public void forgetHistoryBefore(Instant cutoff) {
        exclusively(() -> {
            deals.history().forgetBefore(cutoff);
            return cutoff;
        });
    }

    /**
     * Creates the response to a request beyond the rate limit of the plan {@code free}, with all documented headers.
     *
     * @param retryAfterSeconds 0 or more
     * @return a fault to inject, which strikes once unless changed
     */
    public Fault rateLimited(int retryAfterSeconds) {
        long reset = reply.now().plusSeconds(retryAfterSeconds).getEpochSecond();
        return Fault.status(429)
                .header("Retry-After", Integer.toString(retryAfterSeconds))
                .header("X-RateLimit-Limit", "30")
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", Long.toString(reset))
                .body(BacksideReply.body("rate_limited", "Rate limit exceeded."));
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
    protected void add(Map<String, @Nullable Object> deal) {
        deals.add(deal, reply.now());
    }

    @Override
    protected SimulatorResponse respond(SimulatorRequest request) {
        if (!api.knowsPath(request.path())) {
            throw reply.notFound("Path");
        }
        Supplier<SimulatorResponse> handler = api.find(request).orElseThrow(reply::methodNotAllowed);
        if (request.header("Authorization").isEmpty()) {
            throw reply.paymentRequired();
        }
        String key = request.bearerToken().orElse("");
        if (!key.equals(TOKEN) && !key.equals(READ_ONLY_TOKEN)) {
            throw reply.unauthorized();
        }
        if (key.equals(READ_ONLY_TOKEN) && !request.method().equals("GET")) {
            throw reply.forbidden("crm:write");
        }
        return handler.get();
    }

    /** Read once, when the first simulator starts. */
    private static final class Source {
        static final OpenApiDocument DOCUMENT = OpenApiDocument.load("backside.openapi.yaml");
        static final OpenApiContract CONTRACT = OpenApiContract.of(DOCUMENT);
    }
}
