package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says before a program moves to another vendor what that vendor will do with everything the program needs. Sends nothing
 * and needs no token: it compares what the two providers can do under their configurations.
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
    private static final Comparator<PortabilityFinding> WORST_FIRST =
            Comparator.comparing(PortabilityFinding::verdict).thenComparing(PortabilityFinding::kind);

    private Portability() {}

    /**
     * {@return what becomes of a program that moves} Two accounts of one file are {@code config.connection("emea")} and
     * {@code config.connection("apac")}.
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
        return compare(() -> from, () -> to, needs);
    }

    /**
     * {@return what becomes of a program that moves from one file to another} Each is read by itself, without system
     * properties and environment: see {@link DealsConfig.Builder#onlyFile}.
     *
     * @param from the file the program runs with
     * @param to the file it shall run with
     * @param needs such as {@link Requirements#load}
     * @throws ConfigurationException if one of them cannot be used, as for two configurations; with the faults of both files
     */
    public static PortabilityReport compare(Path from, Path to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return compare(() -> read(from), () -> read(to), needs);
    }

    private static DealsConfig read(Path file) {
        return DealsConfig.builder().onlyFile(file).build();
    }

    /**
     * {@return a properties file for the vendor that a program moves to} It holds what the second configuration sets, then the
     * lines that the report of {@link #compare(DealsConfig, DealsConfig, Requirements...)} suggests: those that can be used as
     * they are, and as comments those that somebody has to fill in or to decide. The reason is beside each. What no line helps
     * with is listed at the end. There are no credentials in it; a comment shows where they belong.
     *
     * @param from the configuration the program runs with; needs a provider and no credentials
     * @param to the configuration to complete; needs a provider and no credentials
     * @param needs such as {@link Requirements#load}
     * @throws ConfigurationException as for {@code compare}
     */
    public static String suggest(DealsConfig from, DealsConfig to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return new Suggestion(comparison(() -> from, () -> to, needs)).text();
    }

    /** What is refused of what a program needs with the configuration that it has, one line each. */
    static List<String> unmet(DealsConfig config, Requirements needs) {
        Endpoint here = new Endpoint(config, Capabilities.of(config));
        return report(new Comparison(here, here, needs)).findings(PortabilityVerdict.REFUSED).stream()
                .map(finding -> finding.subject() + " is used, and " + here.provider() + " refuses it: "
                        + finding.reason()
                        + (finding.lines().isEmpty()
                                ? ""
                                : "; write "
                                        + finding.lines().stream()
                                                .map(SuggestedLine::toString)
                                                .collect(Collectors.joining(" and "))))
                .toList();
    }

    private static PortabilityReport compare(
            Supplier<DealsConfig> from, Supplier<DealsConfig> to, Requirements... needs) {
        return report(comparison(from, to, needs));
    }

    private static Comparison comparison(Supplier<DealsConfig> from, Supplier<DealsConfig> to, Requirements... needs) {
        // A fault of both, such as a provider that is not there, is told once.
        Set<String> faults = new LinkedHashSet<>();
        Optional<Endpoint> source = endpoint(from, faults);
        Optional<Requirements> recorded =
                source.flatMap(endpoint -> orFaults(() -> Requirements.recordedBy(endpoint.config()), faults));
        Optional<Endpoint> target = endpoint(to, faults);
        if (source.isEmpty() || recorded.isEmpty() || target.isEmpty()) {
            throw new ConfigurationException(new ArrayList<>(faults));
        }
        Requirements all = Requirements.declaredBy(source.get().config())
                .and(recorded.get())
                .and(Requirements.declaredBy(target.get().config()));
        for (Requirements part : needs) {
            all = all.and(part);
        }
        return new Comparison(source.get(), target.get(), all);
    }

    private static Optional<Endpoint> endpoint(Supplier<DealsConfig> configuration, Set<String> faults) {
        return orFaults(
                () -> {
                    DealsConfig config = configuration.get();
                    return new Endpoint(config, Capabilities.of(config));
                },
                faults);
    }

    private static <T> Optional<T> orFaults(Supplier<T> step, Set<String> faults) {
        try {
            return Optional.of(step.get());
        } catch (ConfigurationException unusable) {
            faults.addAll(unusable.problems());
            return Optional.empty();
        }
    }

    static PortabilityReport report(Comparison comparison) {
        List<PortabilityFinding> findings = new ArrayList<>();
        Proposals proposals = new Proposals(comparison);
        findings.addAll(new OperationFindings(comparison, proposals).all());
        findings.addAll(new FieldFindings(comparison, proposals).all());
        findings.addAll(new ListingFindings(comparison, proposals).all());
        findings.addAll(new NameFindings(comparison).all());
        findings.addAll(new VendorFindings(comparison).all());
        findings.sort(WORST_FIRST);
        return new PortabilityReport(
                comparison.fromProvider(),
                comparison.from().config().source(),
                comparison.toProvider(),
                comparison.to().config().source(),
                findings);
    }
}
