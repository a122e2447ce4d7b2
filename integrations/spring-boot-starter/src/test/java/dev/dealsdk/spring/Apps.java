package dev.dealsdk.spring;

import dev.dealsdk.testkit.VendorSimulator;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Application contexts with what the starter configures, the same for all versions of Boot. */
final class Apps {
    private Apps() {}

    static ApplicationContextRunner app() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DealsAutoConfiguration.class,
                        DealsHealthBoot3AutoConfiguration.class,
                        DealsHealthBoot4AutoConfiguration.class,
                        DealsMetricsAutoConfiguration.class));
    }

    static ApplicationContextRunner app(VendorSimulator vendor) {
        return app().withPropertyValues(properties("deals.", vendor));
    }

    /** What connects to a simulator, below such a prefix. */
    static String[] properties(String prefix, VendorSimulator vendor) {
        return vendor.config().entrySet().stream()
                .map(entry -> entry.getKey().replaceFirst("^deals\\.", prefix) + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** In place of the environment of the tests. */
    static void environment(ConfigurableApplicationContext context, Map<String, Object> variables) {
        context.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    /** Whether tests run with Boot 3 or 4. */
    static boolean isBoot3() {
        return Stream.of("org.springframework.boot.actuate.health.HealthIndicator")
                .allMatch(Apps::exists);
    }

    private static boolean exists(String type) {
        try {
            Class<?> unused = Class.forName(type);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
