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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A vendor's simulator, and the properties file that chooses it. */
final class TourStop implements AutoCloseable {
    private static final Map<String, Supplier<VendorSimulator>> SIMULATORS = Map.of(
            "play2sell", Play2SellSimulator::start,
            "stora", StoraSimulator::start,
            "stardex", StardexSimulator::start,
            "backside", TourStop::backside);

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
        if (simulator instanceof BacksideSimulator backside) {
            lines.add("tour.existing-deals=" + openDeals(backside));
        }
        try {
            Path file = Files.createTempDirectory("deals-tour").resolve(vendor + ".properties");
            return new TourStop(simulator, Files.write(file, lines));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Deals cannot be created through Backside's documented calls, so they are there before the tour comes. */
    private static VendorSimulator backside() {
        BacksideSimulator simulator = BacksideSimulator.start();
        String unused = simulator.addDeal(Map.of("name", "Tiny Ltd - Trial", "value", new BigDecimal("1234.56")));
        return simulator;
    }

    Path file() {
        return file;
    }

    /** The settings of the file, without its comments. */
    List<String> lines() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A configuration that comes from the file alone. */
    DealsConfig.Builder config() {
        return DealsConfig.builder().set("deals.config", file.toString());
    }

    /** Deals the account has already, for vendors where none can be created. */
    List<String> existingDeals() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String ids = properties.getProperty("tour.existing-deals", "");
        return ids.isEmpty() ? List.of() : List.of(ids.split(","));
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

    private static String openDeals(BacksideSimulator simulator) {
        return simulator.deals().stream()
                .filter(deal -> deal.get("deleted_at") == null)
                .map(deal -> String.valueOf(deal.get("id")))
                .collect(Collectors.joining(","));
    }

    private static List<String> resource(String name) {
        try (InputStream in = Objects.requireNonNull(TourStop.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
