package dev.dealsdk.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import dev.dealsdk.testkit.junit.DealsSimulator;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The JUnit extension of the test kit, on classes that JUnit runs as it would run those of a user. */
final class DealsSimulatorTest {

    @Test
    void parameters_ofOneTest_belongToOneVendor() {
        assertThat(run(Together.class)).isEmpty();
    }

    @Test
    void vendor_ofEachTest_beginsInItsFirstState() {
        assertThat(run(Fresh.class)).isEmpty();
    }

    @Test
    void vendor_afterItsTest_isClosed() {
        Closed.PORTS.clear();

        assertThat(run(Closed.class)).isEmpty();

        assertThat(Closed.PORTS)
                .singleElement()
                .satisfies(port -> assertThatExceptionOfType(ConnectException.class)
                        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close()));
    }

    @Test
    void breach_inATest_failsIt() {
        assertThat(run(Breach.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("the vendor's contract was breached")
                        .hasMessageContaining("valeu"));
    }

    @Test
    void breach_inATestThatFails_isToldBesideItsFailure() {
        assertThat(run(BreachAndFailure.class)).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("the test's own");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(suppressed -> assertThat(suppressed).hasMessageContaining("valeu"));
        });
    }

    @Test
    void tests_inParallel_eachHaveAVendor() {
        assertThat(failures(EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Parallel.class))
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")))
                .isEmpty();
    }

    @Test
    void twoVendors_inOneClass_areToldApartByTheirTypes() {
        assertThat(run(TwoVendors.class)).isEmpty();
    }

    @Test
    void constructor_withAParameter_isToldWhereParametersBelong() {
        assertThat(run(InConstructor.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "each test has a simulator of its own, so DealsClient can be a parameter of"));
    }

    @Test
    void with_aKey_isPartOfTheConfiguration() {
        assertThat(run(Configured.class)).isEmpty();
    }

    /** The failures of the tests of a class, run one after the other. */
    private static List<Throwable> run(Class<?> tests) {
        return failures(EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)));
    }

    private static List<Throwable> failures(EngineTestKit.Builder tests) {
        EngineExecutionResults results = tests.execute();
        assertThat(results.testEvents().finished().count()).as("tests that ran").isPositive();
        return results.allEvents().failed().stream()
                .map(DealsSimulatorTest::failure)
                .toList();
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static NewDeal deal() {
        return NewDeal.builder().name("One").value(DealValue.of("1")).build();
    }

    /** Sends a field that Play2Sell does not have. */
    private static void breach(VendorSimulator simulator) throws Exception {
        HttpURLConnection request = (HttpURLConnection)
                URI.create(simulator.url() + "/v1/deals").toURL().openConnection();
        request.setRequestMethod("POST");
        request.setRequestProperty("Authorization", "Bearer " + simulator.token());
        request.setRequestProperty("Content-Type", "application/json");
        request.setDoOutput(true);
        request.getOutputStream().write("{\"name\":\"One\",\"value\":1,\"valeu\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(request.getResponseCode()).isEqualTo(201);
    }

    static final class Together {
        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.play2sell();

        private @Nullable VendorSimulator before;

        @BeforeEach
        void remember(VendorSimulator simulator) {
            before = simulator;
        }

        @Test
        void test(DealsClient deals, Play2SellSimulator simulator) {
            assertThat(simulator).isSameAs(before);
            String id = deals.create(deal()).id();
            assertThat(simulator.deals()).anySatisfy(deal -> assertThat(deal).contains(Map.entry("id", id)));
        }
    }

    static final class Fresh {
        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.play2sell();

        @RepeatedTest(3)
        void test(DealsClient deals, Play2SellSimulator simulator) {
            assertThat(simulator.deals()).hasSize(2);
            deals.create(deal());
            assertThat(simulator.deals()).hasSize(3);
        }
    }

    static final class Closed {
        static final List<Integer> PORTS = Collections.synchronizedList(new ArrayList<>());

        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.stora();

        @Test
        void test(VendorSimulator simulator) {
            PORTS.add(URI.create(simulator.url()).getPort());
        }
    }

    static final class Breach {
        @RegisterExtension
        final DealsSimulator vendor = DealsSimulator.play2sell();

        @Test
        void test(Play2SellSimulator simulator) throws Exception {
            breach(simulator);
        }

        @Test
        void wanted(Play2SellSimulator simulator) throws Exception {
            breach(simulator);
            simulator.clearContractViolations();
        }
    }

    static final class BreachAndFailure {
        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.play2sell();

        @Test
        void test(Play2SellSimulator simulator) throws Exception {
            breach(simulator);
            throw new IllegalStateException("the test's own");
        }
    }

    static final class Parallel {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.play2sell();

        @RepeatedTest(2)
        void test(DealsClient deals, Play2SellSimulator simulator) throws Exception {
            BOTH.await(60, TimeUnit.SECONDS);
            deals.create(deal());
            BOTH.await(60, TimeUnit.SECONDS);
            assertThat(simulator.deals()).hasSize(3);
        }
    }

    static final class TwoVendors {
        @RegisterExtension
        static final DealsSimulator from = DealsSimulator.play2sell();

        @RegisterExtension
        static final DealsSimulator to = DealsSimulator.stora();

        @Test
        void test(Play2SellSimulator play2sell, StoraSimulator stora) {
            assertThat(play2sell.url()).isNotEqualTo(stora.url());
        }
    }

    static final class InConstructor {
        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.play2sell();

        InConstructor(DealsClient deals) {
            deals.close();
        }

        @Test
        void test() {}
    }

    static final class Configured {
        @RegisterExtension
        static final DealsSimulator vendor = DealsSimulator.of(Play2SellSimulator.class, Play2SellSimulator::start)
                .with("deals.max-attempts", "1")
                .with("deals.rate-limit", "60/1m");

        @Test
        void test(DealsConfig config) {
            assertThat(config.maxAttempts()).isEqualTo(1);
            assertThat(config.rateLimit())
                    .isNotEqualTo(DealsConfig.from(Map.of()).rateLimit());
        }
    }
}
