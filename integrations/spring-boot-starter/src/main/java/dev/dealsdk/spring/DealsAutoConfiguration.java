package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.event.CallListener;
import java.util.SortedMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Creates a {@link DealsConfig} from the properties under {@code deals}, and {@link DealsClient} beans from it: the
 * primary bean {@code dealsClient} for the top level, and one for each of {@code deals.connections.NAME}, named {@code
 * NAMEDealsClient} and qualified by {@code NAME}. If there are connections and the top level lacks a provider or
 * credentials, there is no primary bean.
 *
 * <p>Startup sends no request and does not wait for a vendor: the stages that the configuration names are checked in
 * the background. Beans of type {@link CallListener} observe every call. A {@code DealsConfig} or {@code DealsClient}
 * bean of the application replaces the auto-configured one.
 */
@AutoConfiguration
@EnableConfigurationProperties(DealsProperties.class)
@Import(DealsClientRegistrar.class)
public final class DealsAutoConfiguration {
    /** Called by Spring. */
    public DealsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    DealsConfig dealsConfig(
            DealsProperties properties,
            Environment environment,
            ObjectProvider<DealsConfigCustomizer> customizers,
            ObjectProvider<CallListener> listeners) {
        SortedMap<String, String> values = properties.values();
        values.putAll(UnknownKeys.in(environment));
        DealsConfig.Builder config = DealsConfig.from(values).toBuilder().checkStagesInBackground(true);
        listeners.orderedStream().forEach(config::addListener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(config));
        return config.build();
    }

    @Bean
    static DealsConnector dealsConnector(ObjectProvider<DealsConfig> config) {
        return new DealsConnector(config);
    }
}
