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
 * A vendor's API on the loopback interface, with the state, the errors and the limits the vendor documents.
 *
 * <p>All public methods may be called from any thread, also while requests are in flight; requests are processed one at a
 * time in order of arrival. Where the vendor's documents are silent the subclass says what it assumes.
 *
 * <p>A simulator of another vendor extends this class: it says how a request is responded to ({@link #respond}) and where its
 * deals are ({@link #elements}), and a static factory method makes one and calls {@link #listen}. Faults, journal and the
 * check against the vendor's contract come with the class.
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
    /** How many requests {@link #journal} remembers: the latest 10,000. */
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
     * For subclasses. Nothing is served before {@link #listen}.
     *
     * @param provider id of the provider that connects to it, as in {@code deals.provider}
     * @param contract what requests and responses are checked against; {@link OpenApiContract#none} where there is nothing
     */
    protected VendorSimulator(String provider, OpenApiContract contract) {
        this.provider = provider;
        this.contract = contract;
    }

    /** {@return scheme, host and port, without a slash at the end and without the vendor's version path} */
    public final String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * {@return the entries {@code deals.provider}, {@code deals.base-url} and {@code deals.token}; {@code deals.rate-limit},
     * which is off, since a simulator has no quota; and {@code deals.settle-time}, which is 20 ms, since it applies a write at
     * once} So tests do not wait.
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

    /** {@return a bearer token that is always accepted, with every right} */
    public abstract String token();

    /**
     * Adds a deal as if it had been created before, filling in only the fields that are left out.
     *
     * <p>Nothing is checked: unknown fields, unknown words and values of the wrong type are served as they are. If the
     * result breaks the contract, the simulator's own responses are no longer held against it; requests still are.
     *
     * @param json JDK values; numbers keep their digits
     * @return the id, {@code "null"} if null was given as the id
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
     * Adds anything at all to the list of deals: null, a text, a record without an id.
     *
     * <p>Objects take part in filters with the fields they have; everything else passes every filter.
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

    /** {@return a copy of the deals in order of creation, without planted elements that are no objects} */
    public final List<Map<String, @Nullable Object>> deals() {
        return exclusively(() -> elements().stream()
                .filter(Map.class::isInstance)
                .map(Json::copyOf)
                .toList());
    }

    /**
     * The requests received so far, in order of arrival; those still in flight have status 0.
     *
     * <p>Of more than {@link #JOURNAL_CAPACITY} requests only the latest are remembered; {@link #droppedFromJournal} counts
     * the others. A long test clears the journal between its steps.
     *
     * @return a copy
     */
    public final List<JournalEntry> journal() {
        return journal.entries();
    }

    /**
     * Waits until the journal holds so many requests, for tests in which another thread makes the calls.
     *
     * @param count 1 to {@link #JOURNAL_CAPACITY}; requests in flight count from their arrival on
     * @param timeout how long to wait at most
     * @return the journal by then, as {@link #journal} gives it
     * @throws AssertionError if fewer requests arrive in that time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public final List<JournalEntry> awaitRequests(int count, Duration timeout) throws InterruptedException {
        return journal.await(count, timeout);
    }

    /** {@return how many requests the journal has forgotten since it was last cleared, because there were too many} */
    public final long droppedFromJournal() {
        return journal.dropped();
    }

    /** Forgets the requests received so far, but no contract violations. */
    public final void clearJournal() {
        journal.clear();
    }

    /** {@return the faults waiting for requests; none at first} */
    public final FaultPlan faults() {
        return faults;
    }

    /**
     * Adds a fault behind those already waiting.
     *
     * @param fault counted from now on
     */
    public final void inject(Fault fault) {
        faults.add(fault);
    }

    /**
     * Every breach of the vendor's contract seen so far, one readable sentence each.
     *
     * <p>Requests are judged more strictly than by the vendor: names the contract does not list are breaches. The
     * simulator's own responses are judged too, faults excepted.
     *
     * @return a copy, in order of discovery
     */
    public final List<String> contractViolations() {
        synchronized (violations) {
            return List.copyOf(violations);
        }
    }

    /** Forgets the breaches seen so far, for tests that break the contract on purpose. */
    public final void clearContractViolations() {
        synchronized (violations) {
            violations.clear();
        }
    }

    /**
     * Fails if the contract was ever breached.
     *
     * @throws AssertionError naming every breach
     */
    public final void requireContract() {
        List<String> seen = contractViolations();
        if (!seen.isEmpty()) {
            throw new AssertionError("the vendor's contract was breached:\n" + String.join("\n", seen));
        }
    }

    /** Frees the port and ends injected delays; the journal stays readable. Closing twice does nothing. */
    @Override
    public final void close() {
        exchange.close();
        server.close();
    }

    /**
     * Fills in what {@link #addDeal} leaves out, such as an id. Called with the state of the vendor to itself.
     *
     * @param deal the fields that were given; may be changed
     * @return the whole deal, which may be the same map
     */
    protected abstract Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal);

    /**
     * The deals that are served, in order of creation. Read and added to with the state of the vendor to itself.
     *
     * @return the list itself and no copy; elements that are no objects were planted by a test
     */
    protected abstract List<@Nullable Object> elements();

    /**
     * Takes in a deal of {@link #addDeal} that is complete; by default it is put behind the {@link #elements}.
     *
     * @param deal as {@link #completed} made it
     */
    protected void add(Map<String, @Nullable Object> deal) {
        boolean unused = elements().add(deal);
    }

    /**
     * Processes one request; never called by two threads at once. Any other exception, or an error, is sent to the caller as
     * status 500 with its stack trace, and is a breach that {@link #requireContract} reports.
     *
     * @param request every request that reaches the server, whatever its path and its token
     * @return the response
     * @throws ErrorResponseException to refuse the request; the caller is sent its response
     */
    protected abstract SimulatorResponse respond(SimulatorRequest request);

    /**
     * Whether a request changes nothing, so that it may be responded to as of a moment ago; by default each {@code GET} is.
     *
     * @param request any
     * @return true for a search by {@code POST} as well
     */
    protected boolean isRead(SimulatorRequest request) {
        return request.method().equals("GET");
    }

    /**
     * Called when a fault replaced the response to a request that was processed, for vendors that keep their responses under
     * an idempotency key. Never called while a request is processed; by default nothing happens.
     *
     * @param request the one that was processed
     * @param sent what the caller was sent instead
     */
    protected void responseReplaced(SimulatorRequest request, SimulatorResponse sent) {}

    /**
     * Whether a response is the vendor's own, so that it has to keep the contract; by default each one is.
     *
     * @param response as {@link #respond} returned it
     * @return false for a fault that is given again under its idempotency key
     */
    protected boolean isOwn(SimulatorResponse response) {
        return true;
    }

    /**
     * Runs with the state of the vendor to itself: no request is processed meanwhile. May be nested.
     *
     * @param <T> of the result
     * @param action must not wait for a request
     * @return what the action returns
     */
    protected final <T> T exclusively(Supplier<T> action) {
        synchronized (state) {
            return action.get();
        }
    }

    /**
     * Starts serving on 127.0.0.1; called once, when the simulator is complete.
     *
     * @param port 0 for a free one
     * @throws java.io.UncheckedIOException if the port cannot be had
     */
    protected final void listen(int port) {
        server.start(port, this::handle);
    }

    /** What is sent for a request, after the faults have struck. */
    final WireResponse handle(SimulatorRequest request) throws InterruptedException {
        return exchange.handle(request);
    }

    /** What is sent when the simulator itself fails, which is a breach of the contract too. */
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

    /** When a test has planted data that breaks the contract, responses may break it from now on. */
    private void uncheckUnlessFitting(@Nullable Object element) {
        if (element == null || !contract.fits("Deal", element)) {
            leaveResponsesUnchecked();
        }
    }

    /** From now on the simulator's own responses may break the contract, since a test made it do so; requests may not. */
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

    /** A response with the id of another deal in the place of the one it is about. */
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
     * @param note hears of the response before any other request can see what this one changed
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
