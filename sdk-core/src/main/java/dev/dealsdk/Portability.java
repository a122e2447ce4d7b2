package dev.dealsdk;

import dev.dealsdk.internal.portability.Comparison;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Says before a program moves to another vendor what that vendor will do with everything the program needs. Sends nothing:
 * it compares what the two providers claim under their configurations.
 *
 * <pre>{@code
 * PortabilityReport report = Portability.compare(
 *     Path.of("deals.properties"), Path.of("stora.properties"), Requirements.load(Path.of("usage.properties")));
 * System.out.println(report.render(100));
 * }</pre>
 *
 * <p>A program needs what is handed in, what {@code deals.require} of both configurations says, and what has been recorded
 * in the {@code deals.usage-file} of the first, if it is there. Where that is nothing, everything the first provider can do
 * is compared. Of an operation that was recorded, the fields, filters and orders that were used are compared; of one that
 * is only declared, all that the first provider takes.
 */
public final class Portability {
    private Portability() {}

    /**
     * {@return what becomes of a program that moves}
     *
     * @param from the configuration the program runs with; needs a provider and no credentials
     * @param to the configuration it shall run with; needs a provider and no credentials
     * @param needs such as {@link Requirements#load}
     * @throws ConfigurationException if one of them names no provider that is on the class path, or the usage file cannot be
     *     read; with the faults of both
     */
    public static PortabilityReport compare(DealsConfig from, DealsConfig to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return Comparison.of(() -> from, () -> to, Requirements.all(needs));
    }

    /**
     * {@return what becomes of a program that moves from one file to another} Each is read as by {@link
     * DealsConfig#load(Path)}.
     *
     * @param from the file the program runs with
     * @param to the file it shall run with
     * @param needs such as {@link Requirements#load}
     * @throws ConfigurationException if one of them cannot be used, as for two configurations; with the faults of both files
     */
    public static PortabilityReport compare(Path from, Path to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return Comparison.of(() -> DealsConfig.load(from), () -> DealsConfig.load(to), Requirements.all(needs));
    }
}
