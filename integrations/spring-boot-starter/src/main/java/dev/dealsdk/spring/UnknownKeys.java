package dev.dealsdk.spring;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finds properties under {@code deals} that are not bound, so that the SDK refuses them and suggests the nearest known
 * key. Environment variables and system properties are ignored, because others may use the same prefix: a Kubernetes
 * service named {@code deals} does.
 */
final class UnknownKeys {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(DealsProperties.PREFIX);
    private static final ConfigurationPropertyName CONNECTIONS = ROOT.append("connections");

    /** Read by Spring's conditions and not by the SDK. */
    private static final Set<ConfigurationPropertyName> OF_THE_STARTER = Set.of(ROOT.append("problem-details.enabled"));

    private static final Set<String> OTHERS = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private final Set<ConfigurationPropertyName> keys = new HashSet<>(OF_THE_STARTER);
    /** Any name is allowed below these. */
    private final Set<ConfigurationPropertyName> parents = new HashSet<>();

    private UnknownKeys() {
        learn(ROOT, DealsProperties.class);
    }

    private void learn(ConfigurationPropertyName parent, Class<? extends Record> type) {
        DealsProperties.names(type).forEach((name, valueType) -> {
            ConfigurationPropertyName key = parent.append(name);
            if (valueType.isRecord()) {
                learn(key, valueType.asSubclass(Record.class));
            } else if (Map.class.equals(valueType)) {
                parents.add(key);
            } else if (Collection.class.isAssignableFrom(valueType)) {
                keys.add(key);
                parents.add(key);
            } else {
                keys.add(key);
            }
        });
        parents.remove(CONNECTIONS);
    }

    /** Returns the properties that are not bound, with their values. */
    static SortedMap<String, String> in(Environment environment) {
        UnknownKeys keys = new UnknownKeys();
        SortedMap<String, String> unknown = new TreeMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable && !isOfOthers(source)) {
                iterable.stream()
                        .filter(name -> ROOT.isAncestorOf(name) && !keys.has(name))
                        .forEach(name -> unknown.put(name.toString(), text(source, name)));
            }
        }
        return unknown;
    }

    private static boolean isOfOthers(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                && OTHERS.contains(underlying.getName());
    }

    private static String text(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        return property == null ? "" : String.valueOf(property.getValue());
    }

    private boolean has(ConfigurationPropertyName name) {
        if (!CONNECTIONS.isAncestorOf(name)) {
            return isKnown(name);
        }
        int ofConnection = CONNECTIONS.getNumberOfElements() + 1;
        return name.getNumberOfElements() > ofConnection && isKnown(ROOT.append(name.subName(ofConnection)));
    }

    private boolean isKnown(ConfigurationPropertyName name) {
        return keys.contains(name) || parents.stream().anyMatch(parent -> parent.isAncestorOf(name));
    }
}
