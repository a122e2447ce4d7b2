package dev.dealsdk.spring;

import dev.dealsdk.micrometer.CallMetrics;
import dev.dealsdk.micrometer.CallObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Registers metrics and observations of all clients if the application has a registry, as with Boot's Actuator. */
@AutoConfiguration(
        before = DealsAutoConfiguration.class,
        afterName = {
            // Boot 3.5
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            // Boot 4
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass({CallMetrics.class, MeterRegistry.class})
final class DealsMetricsAutoConfiguration {
    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean
    CallMetrics dealsCallMetrics(MeterRegistry registry) {
        return new CallMetrics(registry);
    }

    @Bean
    @ConditionalOnBean(ObservationRegistry.class)
    @ConditionalOnMissingBean
    CallObservations dealsCallObservations(ObservationRegistry registry) {
        return new CallObservations(registry);
    }
}
