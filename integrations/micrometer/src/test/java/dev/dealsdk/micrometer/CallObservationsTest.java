package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallObservationsTest {
    private final StoraSimulator simulator = StoraSimulator.start();
    private final Recorder recorder = new Recorder();
    private final ObservationRegistry registry = ObservationRegistry.create();

    CallObservationsTest() {
        registry.observationConfig().observationHandler(recorder);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private DealsClient connect() {
        return DealsClient.connect(config());
    }

    private DealsConfig config() {
        DealsConfig.Builder config = DealsConfig.builder();
        simulator.config().forEach(config::set);
        return config.maxRetryDelay(Duration.ofMillis(1))
                .set("deals.connections.emea.max-attempts", "2")
                .addListener(new CallObservations(registry))
                .build();
    }

    /** What a bridge to a tracer would make spans of. */
    private static final class Recorder implements ObservationHandler<Observation.Context> {
        private final List<Observation.Context> stopped = new ArrayList<>();
        private final List<String> events = new ArrayList<>();

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            events.add(event.getName());
        }

        @Override
        public void onStop(Observation.Context context) {
            stopped.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        Map<String, String> keys() {
            return stopped.get(0).getLowCardinalityKeyValues().stream()
                    .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
        }
    }

    @Test
    void call_repeated_isOneObservationWithAnEvent() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        simulator.inject(Fault.status(503).times(1));
        try (DealsClient deals = connect()) {
            assertThat(deals.get(id).id()).isEqualTo(id);
        }

        assertThat(recorder.stopped).hasSize(1);
        assertThat(recorder.stopped.get(0).getName()).isEqualTo("deals.call");
        assertThat(recorder.stopped.get(0).getContextualName()).isEqualTo("stora get");
        assertThat(recorder.keys())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("provider", "stora", "connection", "default", "operation", "get", "outcome", "success"));
        assertThat(recorder.events).containsExactly("retry");
    }

    @Test
    void call_ofANamedConnection_hasItsName() {
        String id = simulator.addDeal(Map.of("name", "Unit 7"));
        try (DealsClient deals = DealsClient.connect(config().connection("emea"))) {
            assertThat(deals.get(id).id()).isEqualTo(id);
        }

        assertThat(recorder.keys()).containsEntry("connection", "emea");
    }

    @Test
    void call_failed_isTheErrorOfItsObservation() {
        try (DealsClient deals = connect()) {
            assertThatThrownBy(() -> deals.get("deal_none")).isInstanceOf(DealNotFoundException.class);
        }

        assertThat(recorder.stopped.get(0).getError()).isInstanceOf(DealNotFoundException.class);
        assertThat(recorder.keys()).containsEntry("outcome", "rejected");
    }
}
