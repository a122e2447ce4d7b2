package dev.dealsdk.internal.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Requirements;
import dev.dealsdk.internal.Providers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of two configurations, and what hangs on it.
 *
 * @param claims what its provider can do under it
 * @param needs what it says of the program
 */
record Side(DealsConfig config, Capabilities claims, Requirements needs) {

    /** Both, with everything that is needed; what is wrong with one does not hide what is wrong with the other. */
    static Sides both(Supplier<DealsConfig> from, Supplier<DealsConfig> to, Requirements needs) {
        // What both read, such as the environment, is at fault once.
        Set<String> faults = new LinkedHashSet<>();
        Optional<Side> source =
                read(from, config -> Requirements.declaredBy(config).and(Requirements.recordedBy(config)), faults);
        Optional<Side> target = read(to, Requirements::declaredBy, faults);
        if (source.isEmpty() || target.isEmpty()) {
            throw new ConfigurationException(new ArrayList<>(faults));
        }
        return new Sides(
                source.get().config(),
                target.get().config(),
                source.get().claims(),
                target.get().claims(),
                needs.and(source.get().needs()).and(target.get().needs()));
    }

    private static Optional<Side> read(
            Supplier<DealsConfig> configuration, Function<DealsConfig, Requirements> needs, Set<String> faults) {
        try {
            DealsConfig config = configuration.get();
            return Optional.of(new Side(config, Providers.capabilities(config), needs.apply(config)));
        } catch (ConfigurationException unusable) {
            faults.addAll(unusable.problems());
            return Optional.empty();
        }
    }
}
