package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A simulator with a mistake in it says so at once, in place of a caller that waits. */
final class FailingSimulatorTest {
    private final Failing simulator = Failing.start();
    private final Caller caller = Caller.of(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void request_handlerThrows_isRespondedToWithTheCause() throws Exception {
        Caller.Reply response = caller.get("/exception");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .startsWith("the simulator failed")
                .contains("IllegalStateException: the map is empty", "FailingSimulatorTest");
        assertThat(simulator.journal()).singleElement().matches(entry -> entry.status() == 500 && !entry.applied());
    }

    @Test
    void request_handlerLacksAClass_isRespondedToWithTheCause() throws Exception {
        Caller.Reply response = caller.get("/error");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).contains("NoClassDefFoundError: com/example/Absent");
    }

    @Test
    void requireContract_afterAFailure_tellsIt() throws Exception {
        caller.get("/exception");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(simulator::requireContract)
                .withMessageContaining("the simulator failed at GET /exception")
                .withMessageContaining("the map is empty");
    }

    private static final class Failing extends VendorSimulator {
        private Failing() {
            super("failing", OpenApiContract.none());
        }

        static Failing start() {
            Failing simulator = new Failing();
            simulator.listen(0);
            return simulator;
        }

        @Override
        public String token() {
            return "none";
        }

        @Override
        protected Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal) {
            return deal;
        }

        @Override
        protected List<@Nullable Object> elements() {
            return new ArrayList<>();
        }

        @Override
        protected SimulatorResponse respond(SimulatorRequest request) {
            if (request.path().equals("/error")) {
                throw new NoClassDefFoundError("com/example/Absent");
            }
            throw new IllegalStateException("the map is empty");
        }
    }
}
