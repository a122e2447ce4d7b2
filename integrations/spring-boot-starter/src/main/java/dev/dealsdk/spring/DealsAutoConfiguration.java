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
 * Makes a {@link DealsConfig} of the properties under {@code deals}, and of it the {@link DealsClient} beans: the primary one,
 * {@code dealsClient}, for the top level, and one for each of {@code deals.connections.NAME}, named {@code NAMEDealsClient} and
 * qualified by {@code NAME}. If there are connections and the top level lacks provider or credentials, there is no primary one.
 *
 * <p>The start sends nothing and waits for no vendor: the stages that the configuration names are looked for in the background.
 * Beans of type {@link CallListener} are told of every call. A {@code DealsConfig} or {@code DealsClient} bean of the application
 * takes the place of the one made here.
 */
@AutoConfiguration
@EnableConfigurationProperties(DealsProperties.class)
@Import(DealsClientRegistrar.class)
public final class DealsAutoConfiguration {
    /** For Spring. */
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
