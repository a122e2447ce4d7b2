package dev.dealsdk.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's API on the loopback interface, with the state, the errors and the limits the vendor documents.
 *
 * <p>All methods may be called from any thread, also while requests are under way; requests are processed one at a time
 * in order of arrival. Where the vendor's documents are silent the subclass says what it assumes.
 */
public abstract class VendorSimulator implements AutoCloseable {
    // Kept here, since loggers are held weakly and would forget their level.
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    final Journal journal = new Journal();

    private final MockWebServer server = new MockWebServer();
    private final Exchange exchange = new Exchange(this);
    private final FaultPlan faults = new FaultPlan();
    private final List<String> violations = new ArrayList<>();
    private final Object state = new Object();
    private final String provider;
    private final ContractCheck contract;
    private boolean answersChecked = true;

    /** @param provider its id */
    VendorSimulator(String provider, ContractCheck contract) {
        this.provider = provider;
        this.contract = contract;
    }

    /** {@return scheme, host and port, without a slash at the end and without the vendor's version path} */
    public final String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /**
     * {@return the entries {@code deals.provider}, {@code deals.base-url} and {@code deals.token}, and {@code deals.rate-limit},
     * which is off: a simulator has no quota, and tests do not wait}
     */
    public final Map<String, String> config() {
        return Map.of(
                "deals.provider", provider, "deals.base-url", url(), "deals.token", token(), "deals.rate-limit", "off");
    }

    /** {@return a bearer token that is always accepted, with every right} */
    public abstract String token();

    /**
     * Adds a deal as if it had been created before, filling in only the fields that are left out.
     *
     * <p>Nothing is checked: unknown fields, unknown words and values of the wrong type are served as they are. If the
     * result breaks the contract, the simulator's own answers are no longer held against it; requests still are.
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

    /** {@return every request received so far, in order of arrival; those still under way have status 0} */
    public final List<JournalEntry> journal() {
        return journal.entries();
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
     * simulator's own answers are judged too, faults excepted.
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

    /** The deal with what was left out of it. */
    abstract Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal);

    /** What is served as the deals, in order of creation; may be added to. */
    abstract List<@Nullable Object> elements();

    /** Takes in a deal that is complete. */
    void add(Map<String, @Nullable Object> deal) {
        boolean unused = elements().add(deal);
    }

    /** Answers one request; never called by two threads at once. Refusals are answered with what they carry. */
    abstract Answer answer(Request request);

    /**
     * Hears what the caller is given in place of the answer to a request that was processed; for vendors that keep their
     * answers. Never called while a request is answered.
     */
    void answerReplaced(Request request, Answer given) {}

    /** Whether an answer is the vendor's own, so that it has to keep the contract; a fault that is told again is not. */
    boolean isOwn(Answer answer) {
        return true;
    }

    /** Runs with the state of the vendor to itself. */
    final <T> T exclusively(Supplier<T> action) {
        synchronized (state) {
            return action.get();
        }
    }

    /** Starts serving; port 0 takes a free one. */
    final void listen(int port) {
        if (SERVER_LOG.getLevel() == null) {
            // Two lines a request would bury the output of the tests.
            SERVER_LOG.setLevel(Level.WARNING);
        }
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(exchange);
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    final ContractCheck contract() {
        return contract;
    }

    /** When a test has planted data that breaks the contract, answers may break it from now on. */
    private void uncheckUnlessFitting(@Nullable Object element) {
        if (element == null || !contract.fits("Deal", element)) {
            leaveAnswersUnchecked();
        }
    }

    final void leaveAnswersUnchecked() {
        synchronized (violations) {
            answersChecked = false;
        }
    }

    final void checkRequest(Request request) {
        List<String> found = contract.request(request);
        synchronized (violations) {
            violations.addAll(found);
        }
    }

    final void noteReplaced(Request request, Answer given) {
        exclusively(() -> {
            answerReplaced(request, given);
            return given;
        });
    }

    final Answer process(Request request) {
        Answer answer = exclusively(() -> answerOrRefuse(request));
        List<String> found = isOwn(answer) ? contract.answer(request, answer) : List.of();
        synchronized (violations) {
            if (answersChecked) {
                violations.addAll(found);
            }
        }
        return answer;
    }

    private Answer answerOrRefuse(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }
}
