package dev.dealsdk.spring.test;

import dev.dealsdk.testkit.VendorSimulator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts the simulators before the context. Equal customizers share a context, as Spring's cache requires.
 *
 * @param wanted the annotations of the test class
 */
record SimulatorContextCustomizer(Set<DealsTest> wanted) implements ContextCustomizer {
    /** Credentials of the application that would conflict with that of the simulator; a blank value unsets them. */
    private static final Set<String> OTHER_CREDENTIALS = Set.of(
            "token-file", "oauth.client-id", "oauth.client-secret", "oauth.scope", "oauth.audience", "oauth.token-url");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration ofTest) {
        Map<String, Object> properties = new HashMap<>();
        for (DealsTest test : wanted) {
            VendorSimulator simulator = Simulators.start(test.vendor());
            boolean top = test.connection().isEmpty();
            String prefix = top ? "deals." : "deals.connections." + test.connection() + ".";
            OTHER_CREDENTIALS.forEach(key -> properties.put(prefix + key, ""));
            simulator.config().forEach((key, value) -> properties.put(key.replaceFirst("^deals\\.", prefix), value));
            register(simulator, top ? "dealsSimulator" : test.connection() + "DealsSimulator", context);
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("DealsTest", properties));
    }

    private static void register(VendorSimulator simulator, String name, ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton(name, simulator);
        // Spring closes what it has made itself, and this it has not.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(name, simulator::close);
    }
}
