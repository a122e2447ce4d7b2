package dev.dealsdk.examples;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** A vendor's simulator, and the properties file that chooses it. */
final class TourStop implements AutoCloseable {
    private static final String CUSTOM_FIELD = "deals.fields.";
    private static final Map<String, Supplier<VendorSimulator>> SIMULATORS = Map.of(
            "play2sell", Play2SellSimulator::start,
            "stora", StoraSimulator::start,
            "stardex", TourStop::stardex,
            "backside", BacksideSimulator::start);

    /** In the order of the tour. */
    static final List<String> VENDORS = List.of("play2sell", "stora", "stardex", "backside");

    private final VendorSimulator simulator;
    private final Path file;

    private TourStop(VendorSimulator simulator, Path file) {
        this.simulator = simulator;
        this.file = file;
    }

    /** Starts the simulator, and writes its address below what {@code tour/VENDOR.properties} says. */
    static TourStop at(String vendor) {
        VendorSimulator simulator =
                Objects.requireNonNull(SIMULATORS.get(vendor), vendor).get();
        List<String> lines = new ArrayList<>(resource("/tour/" + vendor + ".properties"));
        simulator.config().forEach((key, value) -> lines.add(key + "=" + value));
        try {
            Path folder = Files.createTempDirectory("deals-tour");
            Path file = folder.resolve(vendor + ".properties");
            // For a tour that is broken off: what was registered last is deleted first.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return new TourStop(simulator, Files.write(file, lines));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** An account with the custom fields that its file names: somebody has set them up before. */
    private static VendorSimulator stardex() {
        StardexSimulator simulator = StardexSimulator.start();
        for (String line : resource("/tour/stardex.properties")) {
            if (line.startsWith(CUSTOM_FIELD)) {
                int equals = line.indexOf('=');
                simulator.addCustomField(
                        line.substring(equals + 1), line.substring(CUSTOM_FIELD.length(), equals), "string");
            }
        }
        return simulator;
    }

    Path file() {
        return file;
    }

    /** The file with its comments. */
    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A configuration that comes from the file alone. */
    DealsConfig.Builder config() {
        return DealsConfig.builder().set("deals.config", file.toString());
    }

    @Override
    public void close() {
        simulator.close();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static List<String> resource(String name) {
        try (InputStream in = Objects.requireNonNull(TourStop.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
