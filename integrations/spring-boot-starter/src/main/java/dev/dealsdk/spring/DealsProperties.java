package dev.dealsdk.spring;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The configuration keys of the SDK, for Boot to bind and for editors to complete. The keys of the top level and of
 * each {@code deals.connections.NAME} are the same. All values are texts, because {@link dev.dealsdk.DealsConfig}
 * parses them in the formats that its documentation lists, and reports all problems at once.
 *
 * <p>The meaning and default of each key are in {@code additional-spring-configuration-metadata.json}, which a test
 * generates from the SDK's own list of keys.
 */
@ConfigurationProperties("deals")
record DealsProperties(
        @Nullable String provider,
        @Nullable String token,
        @Nullable String tokenFile,
        @Nullable Oauth oauth,
        @Nullable String baseUrl,
        @Nullable Map<String, String> stages,
        @Nullable Map<String, String> fields,
        @Nullable String referenceField,
        @Nullable List<String> wonStage,
        @Nullable List<String> lostStage,
        @Nullable String openStage,
        @Nullable String otherStages,
        @Nullable Map<String, String> keep,
        @Nullable List<String> drop,
        @Name("default") @Nullable Map<String, String> defaults,
        @Nullable Map<String, String> lostReasons,
        @Nullable Map<String, String> owners,
        @Nullable String currency,
        @Nullable List<String> localQuery,
        @Nullable String localSortLimit,
        @Nullable List<String> require,
        @Nullable String allowUnverified,
        @Nullable String allowCleartext,
        @Nullable String connectTimeout,
        @Nullable String callTimeout,
        @Nullable String attemptTimeout,
        @Nullable String maxAttempts,
        @Nullable String maxRetryDelay,
        @Nullable String settleTime,
        @Nullable List<String> rateLimit,
        @Nullable String quotaStore,
        @Nullable String quotaShare,
        @Nullable String circuit,
        @Nullable String maxResponseBytes,
        @Nullable String prefetchPages,
        @Nullable String usageFile,
        @Nullable String requireUsage,
        @Nullable String crosswalk,
        @Nullable String shadow,
        @Name("shadow.sample") @Nullable String shadowSample,
        @Name("shadow.share") @Nullable String shadowShare,
        @Name("shadow.ignore") @Nullable List<String> shadowIgnore,
        @Nullable Map<String, DealsProperties> connections) {

    static final String PREFIX = "deals";

    /** YAML converts {@code off} to {@code false}, so {@code false} is accepted for these keys. */
    private static final Set<String> MAY_BE_OFF = Set.of("settle-time", "rate-limit", "circuit");

    /**
     * Names below these keys are those of fields, which contain hyphens; a variable such as {@code
     * DEALS_KEEP_WON_REASON} contains none.
     */
    private static final Set<String> BY_FIELD = Set.of("keep", "default");

    record Oauth(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String scope,
            @Nullable String audience,
            @Nullable String tokenUrl) {
        /** Holds a secret. */
        @Override
        public String toString() {
            return "Oauth";
        }
    }

    /** Returns the values that are set, by the SDK's spelling of their keys. A blank value counts as not set. */
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        add(PREFIX, "", this, values);
        return values;
    }

    /** Returns the names under {@code deals.connections}. */
    Set<String> connectionNames() {
        return connections == null ? Set.of() : connections.keySet();
    }

    /** Returns true if the top level has a provider and credentials; otherwise the connections only inherit from it. */
    boolean isComplete() {
        return isSet(provider) && (isSet(token) || isSet(tokenFile) || (oauth != null && isSet(oauth.clientId())));
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Returns the key of each component of a record, with the type of its values. */
    static Map<String, Class<?>> names(Class<? extends Record> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        SortedMap<String, Class<?>> names = new TreeMap<>();
        for (int i = 0; i < constructor.getParameterCount(); i++) {
            names.put(nameOf(constructor, i), constructor.getParameterTypes()[i]);
        }
        return names;
    }

    /** A name that is a Java keyword, such as {@code default}, is given by an annotation. */
    private static String nameOf(Constructor<?> constructor, int component) {
        Name named = constructor.getParameters()[component].getAnnotation(Name.class);
        return named != null
                ? named.value()
                : DataObjectPropertyName.toDashedForm(constructor
                        .getDeclaringClass()
                        .getRecordComponents()[component]
                        .getName());
    }

    private static void add(String key, String name, @Nullable Object value, Map<String, String> values) {
        if (value instanceof Record parts) {
            Constructor<?> constructor = parts.getClass().getDeclaredConstructors()[0];
            RecordComponent[] components = parts.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                String part = nameOf(constructor, i);
                add(key + "." + part, part, value(components[i], parts), values);
            }
        } else if (value instanceof Map<?, ?> named) {
            named.forEach((each, text) -> {
                String last = String.valueOf(each);
                add(key + "." + (BY_FIELD.contains(name) ? last.replace('.', '-') : last), "", text, values);
            });
        } else if (value instanceof Collection<?> several) {
            String text = several.stream().map(String::valueOf).collect(Collectors.joining(","));
            add(key, name, text, values);
        } else if (value != null && isSet(value.toString())) {
            boolean off = MAY_BE_OFF.contains(name) && value.toString().equals("false");
            values.put(key, off ? "off" : value.toString());
        }
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Holds secrets. */
    @Override
    public String toString() {
        return "DealsProperties for " + Optional.ofNullable(provider).orElse("no provider");
    }
}
