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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vendor, every write, a thousand calls under random faults before and after processing; the journal of the simulator
 * judges what the caller was told. The faults of each vendor and write have a fixed seed of their own.
 */
class FaultSuiteTest {
    private static final int CALLS = 1_000;
    private static final List<Tally> TALLIES = new ArrayList<>();

    @AfterAll
    static void print() {
        System.out.println(Tally.head());
        TALLIES.forEach(System.out::println);
    }

    @TestFactory
    Stream<DynamicTest> writes_underRandomFaults_haveAKnownFate() {
        return FaultyVendor.all().stream().flatMap(FaultSuiteTest::writes);
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
                Fault.malformedBody());
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

    static @Nullable Deal call(
            FaultyVendor vendor, Operation write, DealsClient deals, String id, String name) {
        return switch (write) {
            case CREATE -> deals.create(newDeal(deals, name));
            case UPDATE -> deals.update(id, DealUpdate.builder().name(name).build());
            case DELETE -> {
                deals.delete(id);
                yield null;
            }
            case MOVE -> deals.move(id, StageRef.id(vendor.target()));
            case WIN -> deals.win(id);
            case LOSE -> deals.lose(id, loss(deals));
            case REOPEN -> deals.reopen(id);
            default -> throw new IllegalArgumentException(write + " writes nothing");
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
