package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.SimulatorServer;
import dev.dealsdk.testkit.internal.http.SimulatorServer.WireResponse;
import dev.dealsdk.testkit.internal.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a vendor's API on the loopback interface, with the state, the errors and the limits that the vendor
 * documents.
 *
 * <p>All public methods may be called from any thread, including while requests are in flight. Requests are processed
 * one at a time in order of arrival. Each subclass lists its assumptions where the vendor's documents are silent.
 *
 * <p>To simulate another vendor, extend this class. Implement the response to a request ({@link #respond}) and the list
 * of deals ({@link #elements}), and add a static factory method that creates a simulator and calls {@link #listen}.
 * Faults, the journal and the checks against the vendor's contract are inherited.
 *
 * <pre>{@code
 * public final class AcmeSimulator extends VendorSimulator {
 *   private final List<Object> deals = new ArrayList<>();
 *   private final Routes api = new Routes().add("GET", "/v1/deals/{id}", (request, path) -> get(path.get("id")));
 *
 *   private AcmeSimulator() {
 *     super("acme", OpenApiContract.none());
 *   }
 *
 *   public static AcmeSimulator start() {
 *     AcmeSimulator simulator = new AcmeSimulator();
 *     simulator.listen(0);
 *     return simulator;
 *   }
 *
 *   @Override
 *   protected SimulatorResponse respond(SimulatorRequest request) {
 *     return api.find(request).map(Supplier::get).orElse(SimulatorResponse.empty(404));
 *   }
 *   // ...
 * }
 * }</pre>
 */
public abstract class VendorSimulator implements AutoCloseable {
    /** The number of requests that {@link #journal} keeps: the latest 10,000. */
    public static final int JOURNAL_CAPACITY = 10_000;

    private final Journal journal = new Journal(JOURNAL_CAPACITY);
    private final SimulatorServer server = new SimulatorServer();
    private final Exchange exchange = new Exchange(this, journal);
    private final FaultPlan faults = new FaultPlan();
    private final List<String> violations = new ArrayList<>();
    private final Object state = new Object();
    private final String provider;
    private final OpenApiContract contract;
    private final StaleView stale = new StaleView();
    private boolean responsesChecked = true;

    /**
     * Creates a simulator, which serves nothing before {@link #listen}. Intended for subclasses.
     *
     * @param provider the id of the provider that connects to it, as in {@code deals.provider}
     * @param contract the contract against which requests and responses are checked; {@link OpenApiContract#none} if
     *     there is none
     */
    protected VendorSimulator(String provider, OpenApiContract contract) {
        this.provider = provider;
        this.contract = contract;
    }

    /** {@return scheme, host and port, without a trailing slash and without the vendor's version path} */
    public final String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * {@return the configuration that connects a client to this simulator: {@code deals.provider}, {@code
     * deals.base-url} and {@code deals.token}; {@code deals.rate-limit}, which is off because a simulator has no quota;
     * and {@code deals.settle-time}, which is 20 ms because a simulator applies writes immediately} Tests therefore do
     * not wait.
     */
    public final Map<String, String> config() {
        return Map.of(
                "deals.provider",
                provider,
                "deals.base-url",
                url(),
                "deals.token",
                token(),
                "deals.rate-limit",
                "off",
                "deals.settle-time",
                "20ms");
    }

    /** {@return a bearer token that is always accepted and has all permissions} */
    public abstract String token();

    /**
     * Adds a deal as if it had been created earlier. Only fields that are left out are filled in.
     *
     * <p>Nothing is checked: unknown fields, unknown words and values of the wrong type are served unchanged. If the
     * result violates the contract, the simulator's own responses are no longer checked against it. Requests still are.
     *
     * @param json JDK values; numbers keep their digits
     * @return the id; {@code "null"} if null was given as the id
     */
    public final String addDeal(Map<String, ? extends @Nullable Object> json) {
        return exclusively(() -> {
            Map<String, @Nullable Object> deal = completed(Json.copyOf(json));
            uncheckUnlessFitting(deal);
            add(deal);
            return String.valueOf(deal.get("id"));
        });
    }

    /**
     * Adds any value to the list of deals, such as null, a text, or a record without an id.
     *
     * <p>Objects take part in filters with the fields that they have. All other values match every filter.
     *
     * @param json JDK values, or null
     */
    public final void addElement(@Nullable Object json) {
        @Nullable Object copy = Json.copy(json);
        exclusively(() -> {
            uncheckUnlessFitting(copy);
            return elements().add(copy);
        });
    }

    /** {@return a copy of the deals in order of creation, without added elements that are not objects} */
    public final List<Map<String, @Nullable Object>> deals() {
        return exclusively(() -> elements().stream()
                .filter(Map.class::isInstance)
                .map(Json::copyOf)
                .toList());
    }

    /**
     * Returns the requests received so far, in order of arrival. Requests that are still in flight have status 0.
     *
     * <p>Only the latest {@link #JOURNAL_CAPACITY} requests are kept; {@link #droppedFromJournal} counts the others. A
     * long test should clear the journal between its steps.
     *
     * @return a copy
     */
    public final List<JournalEntry> journal() {
        return journal.entries();
    }

    /**
     * Waits until the journal contains a number of requests, for tests in which another thread makes the calls.
     *
     * @param count 1 to {@link #JOURNAL_CAPACITY}; requests in flight count from their arrival
     * @param timeout the maximum wait
     * @return the journal at that time, as {@link #journal} returns it
     * @throws AssertionError if fewer requests arrive in that time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public final List<JournalEntry> awaitRequests(int count, Duration timeout) throws InterruptedException {
        return journal.await(count, timeout);
    }

    /** {@return the number of requests that the journal has dropped for lack of capacity since it was last cleared} */
    public final long droppedFromJournal() {
        return journal.dropped();
    }

    /** Clears the journal, but not the contract violations. */
    public final void clearJournal() {
        journal.clear();
    }

    /** {@return the pending faults; none initially} */
    public final FaultPlan faults() {
        return faults;
    }

    /**
     * Adds a fault after the pending ones.
     *
     * @param fault the fault, whose uses are counted from now on
     */
    public final void inject(Fault fault) {
        faults.add(fault);
    }

    /**
     * Returns every violation of the vendor's contract so far, one sentence each.
     *
     * <p>Requests are checked more strictly than by the vendor: names that the contract does not list are violations.
     * The simulator's own responses are checked too, except those of faults.
     *
     * @return a copy, in order of discovery
     */
    public final List<String> contractViolations() {
        synchronized (violations) {
            return List.copyOf(violations);
        }
    }

    /** Clears the violations so far, for tests that violate the contract on purpose. */
    public final void clearContractViolations() {
        synchronized (violations) {
            violations.clear();
        }
    }

    /**
     * Fails if the contract has been violated.
     *
     * @throws AssertionError if there is a violation; the message lists all of them
     */
    public final void requireContract() {
        List<String> seen = contractViolations();
        if (!seen.isEmpty()) {
            throw new AssertionError("the vendor's contract was breached:\n" + String.join("\n", seen));
        }
    }

    /**
     * Releases the port and ends injected delays. The journal stays readable. Closing a simulator twice has no effect.
     */
    @Override
    public final void close() {
        exchange.close();
        server.close();
    }

    /**
     * Fills in the fields that {@link #addDeal} leaves out, such as an id. Called with exclusive access to the vendor's
     * state.
     *
     * @param deal the fields that were given; may be changed
     * @return the complete deal, which may be the same map
     */
    protected abstract Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal);

    /**
     * Returns the deals that are served, in order of creation. Read and modified with exclusive access to the vendor's
     * state.
     *
     * @return the list itself, not a copy; elements that are not objects were added by a test
     */
    protected abstract List<@Nullable Object> elements();

    /**
     * Adds a completed deal of {@link #addDeal}; by default, appends it to {@link #elements}.
     *
     * @param deal the deal, as {@link #completed} returned it
     */
    protected void add(Map<String, @Nullable Object> deal) {
        boolean unused = elements().add(deal);
    }

    /**
     * Processes one request; never called by two threads at once. If this method throws any exception other than {@link
     * ErrorResponseException}, the caller receives status 500 with the stack trace, and {@link #requireContract}
     * reports a violation.
     *
     * @param request a request that reached the server, with any path and any token
     * @return the response
     * @throws ErrorResponseException to refuse the request with the response of the exception
     */
    protected abstract SimulatorResponse respond(SimulatorRequest request);

    /**
     * Returns whether a request changes nothing, so that its response may show an earlier state; by default, true for
     * {@code GET}.
     *
     * @param request any request
     * @return true for a read, which may also be a search with {@code POST}
     */
    protected boolean isRead(SimulatorRequest request) {
        return request.method().equals("GET");
    }

    /**
     * Called when a fault replaced the response to a request that was processed, for vendors that store their responses
     * under an idempotency key. Never called while a request is processed. Does nothing by default.
     *
     * @param request the request that was processed
     * @param sent the response that the caller received instead
     */
    protected void responseReplaced(SimulatorRequest request, SimulatorResponse sent) {}

    /**
     * Returns whether a response is the vendor's own and must therefore comply with the contract; by default, true.
     *
     * @param response the response, as {@link #respond} returned it
     * @return false for a fault that is replayed under its idempotency key
     */
    protected boolean isOwn(SimulatorResponse response) {
        return true;
    }

    /**
     * Runs an action with exclusive access to the vendor's state: no request is processed in the meantime. May be
     * nested.
     *
     * @param <T> the type of the result
     * @param action must not wait for a request
     * @return the result of the action
     */
    protected final <T> T exclusively(Supplier<T> action) {
        synchronized (state) {
            return action.get();
        }
    }

    /**
     * Starts serving on 127.0.0.1. Call this method once, when the simulator is complete.
     *
     * @param port the port; 0 for a free one
     * @throws java.io.UncheckedIOException if the port is not available
     */
    protected final void listen(int port) {
        server.start(port, this::handle);
    }

    /** Returns the response that is sent for a request, after faults have struck. */
    final WireResponse handle(SimulatorRequest request) throws InterruptedException {
        return exchange.handle(request);
    }

    /** Returns the response that is sent if the simulator itself fails, which is also a contract violation. */
    final SimulatorResponse failed(SimulatorRequest request, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        synchronized (violations) {
            violations.add("the simulator failed at " + request.method() + " " + request.path() + ": " + trace);
        }
        return SimulatorResponse.empty(500)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody("the simulator failed, which is no response of the vendor: " + trace);
    }

    final OpenApiContract contract() {
        return contract;
    }

    /** Stops checking responses if a test has added data that violates the contract. */
    private void uncheckUnlessFitting(@Nullable Object element) {
        if (element == null || !contract.fits("Deal", element)) {
            leaveResponsesUnchecked();
        }
    }

    /**
     * Stops checking the simulator's own responses against the contract, for data that a test has made invalid.
     * Requests are still checked.
     */
    protected final void leaveResponsesUnchecked() {
        synchronized (violations) {
            responsesChecked = false;
        }
    }

    final void checkRequest(SimulatorRequest request) {
        List<String> found = contract.request(request);
        synchronized (violations) {
            violations.addAll(found);
        }
    }

    final void noteReplaced(SimulatorRequest request, SimulatorResponse sent) {
        exclusively(() -> {
            responseReplaced(request, sent);
            return sent;
        });
    }

    /** Processes a request whose effect reads show only later. */
    final SimulatorResponse hiding(Duration lag, Supplier<SimulatorResponse> process) {
        return exclusively(() -> {
            StaleView before = StaleView.of(elements());
            SimulatorResponse response = process.get();
            stale.addAll(before.changed(elements(), lag));
            return response;
        });
    }

    /** Replaces the id of the deal in a response with the id of another deal. */
    final SimulatorResponse aboutAnother(SimulatorResponse response) {
        List<String> ids =
                deals().stream().map(deal -> "\"" + deal.get("id") + "\"").toList();
        return response.body()
                .flatMap(body -> ids.stream()
                        .filter(body::contains)
                        .findFirst()
                        .map(id -> response.withBody(body.replace(id, anotherThan(id, ids)))))
                .orElse(response);
    }

    private static String anotherThan(String id, List<String> ids) {
        return ids.stream().filter(other -> !other.equals(id)).findFirst().orElse("\"another\"");
    }

    /**
     * Responds to a request.
     *
     * @param note receives the response before any other request can see what this request changed
     */
    final SimulatorResponse process(SimulatorRequest request, Consumer<SimulatorResponse> note) {
        SimulatorResponse response = exclusively(() -> {
            SimulatorResponse processed = isRead(request)
                    ? stale.shownIn(elements(), () -> respondOrRefuse(request))
                    : respondOrRefuse(request);
            note.accept(processed);
            return processed;
        });
        List<String> found = isOwn(response) ? contract.response(request, response) : List.of();
        synchronized (violations) {
            if (responsesChecked) {
                violations.addAll(found);
            }
        }
        return response;
    }

    private SimulatorResponse respondOrRefuse(SimulatorRequest request) {
        try {
            return respond(request);
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }
}
