package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.VendorCall;
import dev.dealsdk.spi.DealsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The providers on the class path and the module path. */
public final class Providers {
    private Providers() {}

    /**
     * What the provider can do that {@code deals.provider} names.
     *
     * @throws ConfigurationException if none is named, or it is not there
     */
    public static Capabilities capabilities(DealsConfig config) {
        return find(config).capabilities(config);
    }

    /**
     * The provider that {@code deals.provider} names.
     *
     * @throws ConfigurationException if none is named, or it is not there; with the ids that are, and the artifact to add
     */
    static DealsProvider find(DealsConfig config) {
        List<DealsProvider> providers = all();
        Optional<String> id = config.provider();
        for (DealsProvider provider : providers) {
            if (id.isPresent() && id.get().equals(provider.id())) {
                return provider;
            }
        }
        throw new ConfigurationException(problems(config, id, providers));
    }

    /** What is wrong with the provider, and with the credentials too: all faults are told at once. */
    private static List<String> problems(DealsConfig config, Optional<String> id, List<DealsProvider> providers) {
        List<String> problems = new ArrayList<>(config.missing());
        if (id.isPresent()) {
            problems.add(
                    0,
                    ConnectChecks.place(config, "deals.provider") + ": there is no provider \"" + id.get()
                            + "\" on the class path; " + found(providers)
                            + "; to use another one add its artifact, such as dev.dealsdk:deals-provider-" + id.get());
        } else {
            problems.set(0, problems.get(0) + "; " + found(providers));
        }
        return problems;
    }

    private static List<DealsProvider> all() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<DealsProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(DealsProvider.class, loader).forEach(providers::add);
            if (providers.isEmpty()) {
                // A context class loader that knows nothing of us, as in some containers.
                ServiceLoader.load(DealsProvider.class, Providers.class.getClassLoader())
                        .forEach(providers::add);
            }
        } catch (ServiceConfigurationError broken) {
            throw new ConfigurationException(
                    List.of("a provider on the class path cannot be loaded: " + broken.getMessage()),
                    VendorCall.builder().build(),
                    broken);
        }
        return providers;
    }

    private static String found(List<DealsProvider> providers) {
        return providers.isEmpty()
                ? "no provider is there at all; add one such as dev.dealsdk:deals-provider-NAME"
                : "there are: "
                        + providers.stream().map(DealsProvider::id).sorted().collect(Collectors.joining(", "));
    }
}
