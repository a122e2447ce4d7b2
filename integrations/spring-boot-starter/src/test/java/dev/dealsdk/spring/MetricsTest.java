package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.micrometer.CallMetrics;
import dev.dealsdk.testkit.StoraSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Calls are measured where the application has something to measure with. */
final class MetricsTest {
    private final StoraSimulator stora = StoraSimulator.start();

    @AfterEach
    void stop() {
        stora.close();
    }

    @Test
    void calls_registryThere_areTimed() {
        Apps.app(stora).withBean(SimpleMeterRegistry.class).run(context -> {
            assertThat(context.getBean(DealsClient.class).stages()).isNotEmpty();

            assertThat(context).hasSingleBean(CallMetrics.class);
            assertThat(context.getBean(MeterRegistry.class)
                            .get("deals.calls")
                            .tag("operation", "list-stages")
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void calls_observationRegistryThere_areObserved() {
        List<String> seen = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context stopped) {
                seen.add(stopped.getName());
            }

            @Override
            public boolean supportsContext(Observation.Context any) {
                return true;
            }
        });

        Apps.app(stora).withBean(ObservationRegistry.class, () -> registry).run(context -> {
            assertThat(context.getBean(DealsClient.class).stages()).isNotEmpty();

            assertThat(seen).containsExactly("deals.call");
        });
    }

    @Test
    void calls_noRegistry_haveNoListener() {
        Apps.app(stora).run(context -> assertThat(context).doesNotHaveBean(CallListener.class));
    }

    @Test
    void calls_withoutMicrometer_work() {
        Apps.app(stora)
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(CallMetrics.class);
                    assertThat(context.getBean(DealsClient.class).stages()).isNotEmpty();
                });
    }
}
