package dev.dealsdk.spring;

import dev.dealsdk.ConfigurationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Prints every line of a {@link ConfigurationException}, with the file and line from which Spring read each value. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
    /** The start of a line of the SDK about a map, which is the form in which it receives Spring's properties. */
    private static final Pattern PLACE = Pattern.compile("^map(, connection [^:]*)?: (?=(deals\\.[^ :]+): )");

    private final Environment environment;

    ConfigurationFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
        String lines = cause.problems().stream()
                .map(problem -> "    - " + withOrigin(problem))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The configuration of the Deals SDK cannot be used:\n\n" + lines,
                "Correct these keys in your application properties, in YAML or in the environment. Every key is described in"
                        + " docs/configuration.md of the Deals SDK.",
                cause);
    }

    private String withOrigin(String problem) {
        Matcher place = PLACE.matcher(problem);
        if (!place.find()) {
            return problem;
        }
        String rest = problem.substring(place.end());
        return origin(place.group(2)).map(origin -> origin + ": " + rest).orElse(rest);
    }

    private Optional<String> origin(String key) {
        if (!ConfigurationPropertyName.isValid(key)) {
            return Optional.empty();
        }
        ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return Optional.ofNullable(property.getOrigin()).map(Object::toString);
            }
        }
        return Optional.empty();
    }
}
