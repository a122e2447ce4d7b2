package dev.dealsdk.internal.client;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.VendorCall;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.value.Suggestions;
import dev.dealsdk.spi.DealsProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The providers on the class path and the module path. One that cannot be loaded costs itself alone: the others are found,
 * and it is told of when it is the one asked for.
 */
public final class Providers {
    private static final String SERVICE = DealsProvider.class.getName();
    private static final String CANNOT_LOAD = "a provider on the class path cannot be loaded: ";
    /** No class path holds as many; a loader that fails over and over must not be asked for ever. */
    private static final int MOST_FAILURES = 100;

    private final Map<String, DealsProvider> byId = new TreeMap<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Providers() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Providers.class.getClassLoader();
        add(context);
        if (context != own) {
            // A context class loader may know nothing of us, as in some containers, or have a copy of the SDK of its
            // own.
            add(own);
        }
    }

    /**
     * What the provider can do that {@code deals.provider} names, with what the configuration bridges.
     *
     * @throws ConfigurationException if none is named, or it is not there
     */
    public static Capabilities capabilities(DealsConfig config) {
        return new Bridge(config, find(config)).capabilities();
    }

    /**
     * Why keys of a configuration change nothing at its vendor, by key.
     *
     * @throws ConfigurationException if no provider is named, or it is not there
     */
    public static Map<String, String> withoutEffect(DealsConfig config) {
        return ConnectChecks.withoutEffect(config, new Bridge(config, find(config)));
    }

    /**
     * The provider that {@code deals.provider} names.
     *
     * @throws ConfigurationException if none is named, or it is not there; with the ids that are, and the artifact to add
     */
    static DealsProvider find(DealsConfig config) {
        Providers providers = new Providers();
        Optional<DealsProvider> provider = config.provider().flatMap(id -> Optional.ofNullable(providers.byId.get(id)));
        if (provider.isPresent()) {
            for (Throwable failure : providers.failures) {
                LoggerFactory.getLogger(Providers.class).debug("{}{}", CANNOT_LOAD, reason(failure));
            }
            return provider.get();
        }
        throw new ConfigurationException(
                providers.problems(config),
                VendorCall.builder().build(),
                providers.failures.isEmpty() ? null : providers.failures.get(0));
    }

    /** All that can be loaded. */
    static Collection<DealsProvider> all() {
        return new Providers().byId.values();
    }

    private void add(@Nullable ClassLoader loader) {
        Iterator<DealsProvider> providers =
                ServiceLoader.load(DealsProvider.class, loader).iterator();
        boolean hasMore = true;
        while (hasMore && failures.size() < MOST_FAILURES) {
            try {
                hasMore = providers.hasNext();
                if (hasMore) {
                    DealsProvider provider = providers.next();
                    byId.putIfAbsent(provider.id(), provider);
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
                // Code of others: it may have been compiled for another Java or another SDK, or fail as it likes.
                failures.add(broken);
            }
        }
    }

    /** What is wrong with the provider, and with the credentials too: all faults are told at once. */
    private List<String> problems(DealsConfig config) {
        List<String> problems = new ArrayList<>(config.missing());
        if (config.provider().isPresent()) {
            problems.add(
                    0,
                    ConfigPlace.of(config, "deals.provider") + ": "
                            + missing(config.provider().get()));
        } else {
            problems.set(0, problems.get(0) + "; " + found());
        }
        return problems;
    }

    private String missing(String id) {
        String broken = failures.stream()
                .map(Providers::reason)
                .filter(reason -> isAbout(id, reason))
                .distinct()
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            return "there is no provider \"" + id + "\" that works; " + CANNOT_LOAD + broken;
        }
        String start = "there is no provider \"" + id + "\" on the class path; ";
        Optional<String> meant = Suggestions.meant(id, byId.keySet());
        if (meant.isPresent()) {
            return start + "did you mean " + meant.get() + "? " + found();
        }
        if (hasClasses(id)) {
            return start + "its classes are present, but no META-INF/services/" + SERVICE
                    + " names it, which happens when several jars are merged into one; merge the files of that name (with Maven, the"
                    + " ServicesResourceTransformer of the shade plugin; with Gradle, mergeServiceFiles())";
        }
        String others = failures.stream()
                .map(failure -> "; " + CANNOT_LOAD + reason(failure))
                .distinct()
                .collect(Collectors.joining());
        return start + found() + "; to use another one add its artifact, such as dev.dealsdk:deals-provider-" + id
                + others;
    }

    /** By the name of its class or package, since a provider that cannot be loaded cannot say its id. */
    private static boolean isAbout(String id, String reason) {
        String names = reason.toLowerCase(Locale.ROOT).replace('/', '.');
        String name = id.toLowerCase(Locale.ROOT).replace("-", "");
        return names.contains("." + name + ".") || names.contains("." + name + "provider");
    }

    private static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String start = message.startsWith(SERVICE + ": ") ? message.substring(SERVICE.length() + 2) : message;
        String what = failure instanceof ServiceConfigurationError
                ? start
                : failure.getClass().getSimpleName() + ", " + start;
        Throwable cause = failure.getCause();
        String why = cause == null ? "" : " (" + cause + ")";
        return (what + why + advice(failure)).replaceAll("\\p{Cntrl}", " ");
    }

    private static String advice(Throwable failure) {
        if (failure instanceof UnsupportedClassVersionError) {
            return ", and this is Java " + Runtime.version().feature();
        }
        return String.valueOf(failure.getMessage()).endsWith("not a subtype")
                ? ", since it belongs to another copy of the SDK"
                : "";
    }

    /** Whether a provider of ours is there, by the package that all of them have: {@code dev.dealsdk.} and their id. */
    private static boolean hasClasses(String id) {
        String marker = "dev/dealsdk/" + id + "/package-info.class";
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return (context != null && context.getResource(marker) != null)
                || Providers.class.getResource("/" + marker) != null;
    }

    private String found() {
        return byId.isEmpty()
                ? "the class path contains no provider; add one such as dev.dealsdk:deals-provider-NAME"
                : "there are: " + String.join(", ", byId.keySet());
    }
}
