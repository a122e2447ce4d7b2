package dev.dealsdk.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every vendor, every write, a thousand calls under random faults before and after processing; the journal of the simulator
 * judges what the caller was told. The faults of each vendor and write have a fixed seed of their own. The runs wait more
 * than they compute, so they go side by side, each with a simulator and a client of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultSuiteTest {
    private static final int CALLS = 1_000;
    private static final Set<Operation> TRANSITIONS =
            Set.of(Operation.MOVE, Operation.WIN, Operation.LOSE, Operation.REOPEN);
    private static final String NO_SUCH_PAGE = "<html><h1>404</h1>no such page</html>";
    private static final List<Tally> TALLIES = new CopyOnWriteArrayList<>();

    @AfterAll
    static void print() {
        System.out.println(Tally.head());
        TALLIES.stream().map(Tally::toString).sorted().forEach(System.out::println);
    }

    @TestFactory
    Stream<DynamicTest> writes_underRandomFaults_haveAKnownFate() {
        return FaultyVendor.all().stream().flatMap(FaultSuiteTest::writes);
    }

    /** Lateness in milliseconds; the client looks at the deal for three seconds. */
    private static final List<Integer> DELAYS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 1_500, 2_000);

    private static final List<Function<Duration, Fault>> LATE = List.of(
            delay -> Fault.status(500).processedAfter(delay),
            delay -> Fault.cutBeforeProcessing().processedAfter(delay),
            delay -> Fault.status(503).shownAfter(delay),
            delay -> Fault.cutAfterProcessing().shownAfter(delay));

    /** In real time, and so all at once. */
    @Test
    void transitions_appliedOrShownLate_areDoneOnce() {
        ExecutorService callers = Executors.newCachedThreadPool();
        List<AutoCloseable> open = new ArrayList<>();
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        try {
            for (FaultyVendor vendor : FaultyVendor.all()) {
                VendorSimulator simulator = vendor.simulator().get();
                DealsClient deals =
                        vendor.connect(simulator, Map.of("deals.settle-time", "3s", "deals.call-timeout", "30s"));
                open.add(0, simulator);
                open.add(0, deals);
                for (Operation write : vendor.writes(deals)) {
                    if (TRANSITIONS.contains(write)) {
                        Tally tally = new Tally(vendor.name(), write);
                        tallies.add(tally);
                        TALLIES.add(tally);
                        late(vendor, write, simulator, deals, tally, callers).forEach(runs::add);
                    }
                }
            }
            runs.forEach(CompletableFuture::join);
        } finally {
            callers.shutdownNow();
            open.forEach(FaultSuiteTest::close);
        }
        assertThat(tallies).hasSize(15).allSatisfy(tally -> {
            assertThat(tally.falseClaims()).isEmpty();
            assertThat(tally.doubled()).as("doubled").isZero();
            assertThat(tally.calls()).isEqualTo(DELAYS.size() * LATE.size());
        });
        assertThat(tallies.stream().filter(tally -> tally.applied() == tally.calls()))
                .as("all but the losses of Play2Sell, which shows no reason")
                .hasSize(14);
    }

    private static List<CompletableFuture<Void>> late(
            FaultyVendor vendor,
            Operation write,
            VendorSimulator simulator,
            DealsClient deals,
            Tally tally,
            ExecutorService callers) {
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int delay : DELAYS) {
            for (Function<Duration, Fault> lateness : LATE) {
                String id = simulator.addDeal(vendor.before(write));
                Fault fault = lateness.apply(Duration.ofMillis(delay)).on("*", "**" + id + "**");
                simulator.inject(fault);
                runs.add(
                        CompletableFuture.runAsync(() -> lateOne(vendor, write, id, simulator, deals, tally), callers));
            }
        }
        return runs;
    }

    private static void lateOne(
            FaultyVendor vendor,
            Operation write,
            String id,
            VendorSimulator simulator,
            DealsClient deals,
            Tally tally) {
        Told told;
        String detail;
        try {
            detail = "returned " + transition(vendor, write, deals, id);
            told = Told.APPLIED;
        } catch (DealsException failed) {
            detail = String.valueOf(failed.getMessage());
            told = Told.by(failed);
        }
        List<JournalEntry> journal = simulator.journal().stream()
                .filter(entry -> entry.path().contains(id) || entry.body().contains(id))
                .toList();
        synchronized (tally) {
            tally.add(told, journal.stream().filter(JournalEntry::applied).count(), detail + " " + journal);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Stream<DynamicTest> writes(FaultyVendor vendor) {
        try (VendorSimulator simulator = vendor.simulator().get();
                DealsClient deals = vendor.connect(simulator)) {
            return vendor.writes(deals).stream()
                    .map(write -> DynamicTest.dynamicTest(vendor.name() + " " + write.key(), () -> run(vendor, write)));
        }
    }

    private static void run(FaultyVendor vendor, Operation write) {
        Tally tally = new Tally(vendor.name(), write);
        TALLIES.add(tally);
        StringWriter said = new StringWriter();
        try (VendorSimulator simulator = vendor.simulator().get();
                DealsClient deals = vendor.connect(simulator)) {
            faults(vendor.name() + " " + write.key()).forEach(simulator::inject);
            for (int number = 0; number < CALLS; number++) {
                one(vendor, write, number, simulator, deals, tally, said);
            }
            assertThat(said.toString() + deals).doesNotContain(simulator.token());
        }
        assertThat(tally.falseClaims()).isEmpty();
        assertThat(tally.doubled()).as("doubled").isZero();
        assertThat(tally.groundless()).as("unknown, though nothing was lost").isEmpty();
        assertThat(tally.calls()).isEqualTo(CALLS);
        assertThat(tally.applied()).as("applied in spite of the faults").isGreaterThan(CALLS / 3);
    }

    /**
     * Each strikes one request in thirty, whatever it is: a read that follows a lost answer may fail as well.
     *
     * @param name of the run; its hash, which is the same in every JVM, is the seed
     */
    private static List<Fault> faults(String name) {
        List<Fault> faults = List.of(
                Fault.status(429).header("Retry-After", "0"),
                Fault.status(500),
                Fault.status(503),
                Fault.status(502).body("<html>bad gateway</html>").contentType("text/html"),
                Fault.status(504),
                Fault.status(500).afterProcessing(),
                Fault.status(503).afterProcessing(),
                Fault.status(504).afterProcessing(),
                Fault.cutBeforeProcessing(),
                Fault.cutAfterProcessing(),
                Fault.cutBody(),
                Fault.malformedBody(),
                // Bodies that lie: a success that is none, a page of a gateway, the response to another request.
                Fault.status(200).body("{\"success\":false,\"error\":{\"code\":\"INVALID\",\"message\":\"refused\"}}"),
                Fault.status(404).body(NO_SUCH_PAGE).contentType("text/html"),
                Fault.status(404).body(NO_SUCH_PAGE).contentType("text/html").afterProcessing(),
                Fault.otherDeal());
        List<Fault> random = new ArrayList<>();
        for (Fault fault : faults) {
            random.add(fault.share(1 / 30.0, 31L * name.hashCode() + random.size()));
        }
        return random;
    }

    private static void one(
            FaultyVendor vendor,
            Operation write,
            int number,
            VendorSimulator simulator,
            DealsClient deals,
            Tally tally,
            StringWriter said) {
        String id = write == Operation.CREATE ? "" : simulator.addDeal(vendor.before(write));
        String name = "Number " + number + " under faults";
        simulator.clearJournal();
        Told told;
        String detail;
        try {
            detail = "returned " + call(vendor, write, deals, id, name);
            told = Told.APPLIED;
        } catch (DealsException failed) {
            failed.printStackTrace(new PrintWriter(said));
            detail = failed.getMessage();
            told = Told.by(failed);
        }
        // A request of the call before, given up at its deadline, may only arrive now.
        List<JournalEntry> journal = simulator.journal().stream()
                .filter(entry -> id.isEmpty()
                        ? entry.body().contains(name)
                        : entry.path().contains(id) || entry.body().contains(id))
                .toList();
        tally.add(told, journal.stream().filter(JournalEntry::applied).count(), detail + " " + journal);
        if (told == Told.UNKNOWN && !isLost(journal) && !detail.contains("no response within")) {
            tally.addGroundless(detail + " " + journal);
        }
    }

    /** Whether a fault left open what became of a request; a refusal for quota does not. */
    private static boolean isLost(List<JournalEntry> journal) {
        return journal.stream().flatMap(entry -> entry.fault().stream()).anyMatch(fault -> !fault.contains("429"));
    }

    static @Nullable Deal call(FaultyVendor vendor, Operation write, DealsClient deals, String id, String name) {
        return switch (write) {
            case CREATE -> deals.create(newDeal(deals, name));
            case UPDATE -> deals.update(id, DealUpdate.builder().name(name).build());
            case DELETE -> {
                deals.delete(id);
                yield null;
            }
            default -> transition(vendor, write, deals, id);
        };
    }

    private static Deal transition(FaultyVendor vendor, Operation write, DealsClient deals, String id) {
        return switch (write) {
            case MOVE -> deals.move(id, StageRef.id(vendor.target()));
            case WIN -> deals.win(id);
            case LOSE -> deals.lose(id, loss(deals));
            case REOPEN -> deals.reopen(id);
            default -> throw new IllegalArgumentException(write + " is no transition");
        };
    }

    private static NewDeal newDeal(DealsClient deals, String name) {
        NewDeal.Builder deal = NewDeal.builder().name(name);
        if (deals.capabilities().writableFields(Operation.CREATE).contains(DealField.VALUE)) {
            deal.value(DealValue.of("1234.56"));
        }
        return deal.build();
    }

    private static Loss loss(DealsClient deals) {
        Loss.Builder loss = Loss.builder();
        if (deals.capabilities().writableFields(Operation.LOSE).contains(DealField.LOST_REASON)) {
            loss.reason("price_concerns");
        }
        return loss.build();
    }
}
