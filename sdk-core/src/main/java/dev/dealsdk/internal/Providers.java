package dev.dealsdk.internal;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.VendorCall;
import dev.dealsdk.spi.DealsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The providers on the class path and the module path. */
final class Providers {
    private Providers() {}

    /**
     * The provider that {@code deals.provider} names.
     *
     * @throws ConfigurationException if none is named, or it is not there; with the ids that are, and the artifact to add
     */
    static DealsProvider find(DealsConfig config) {
        List<DealsProvider> providers = all();
        String id =
                config.provider().orElseThrow(() -> new ConfigurationException(withIds(config.missing(), providers)));
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(List.of("deals.provider: there is no provider \"" + id
                        + "\" on the class path; " + found(providers) + "; to use another one, add its artifact"
                        + " (dev.dealsdk:deals-provider-" + id + " if it is one of ours)")));
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

    private static List<String> withIds(List<String> missing, List<DealsProvider> providers) {
        return missing.stream()
                .map(line -> line.contains("deals.provider") ? line + "; " + found(providers) : line)
                .toList();
    }

    private static String found(List<DealsProvider> providers) {
        return providers.isEmpty()
                ? "no provider is there at all; add one such as dev.dealsdk:deals-provider-NAME"
                : "there are: "
                        + providers.stream().map(DealsProvider::id).sorted().collect(Collectors.joining(", "));
    }
}
