package dev.dealsdk.spring.test;

import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The simulators of the test kit, by the id of the provider that connects to them. */
final class Simulators {
    private static final SortedMap<String, Supplier<VendorSimulator>> BY_VENDOR = new TreeMap<>(Map.of(
            "backside", BacksideSimulator::start,
            "play2sell", Play2SellSimulator::start,
            "stardex", StardexSimulator::start,
            "stora", StoraSimulator::start));

    private Simulators() {}

    static VendorSimulator start(String vendor) {
        @Nullable Supplier<VendorSimulator> simulator = BY_VENDOR.get(vendor);
        if (simulator == null) {
            throw new IllegalArgumentException("@DealsTest(vendor = \"" + vendor
                    + "\"): there is no such simulator; there are " + String.join(", ", BY_VENDOR.keySet()));
        }
        return simulator.get();
    }
}
