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
 * Compares two vendors for a program that is to move from one to the other. The comparison covers everything that the
 * program needs. It sends no request and requires no token: it compares the capabilities of the two providers under
 * their configurations.
 *
 * <pre>{@code
 * PortabilityReport report = Portability.compare(
 *     Path.of("deals.properties"), Path.of("stora.properties"), Requirements.load(Path.of("usage.properties")));
 * System.out.println(report.render(100));
 * }</pre>
 *
 * <p>The requirements of a program are those that the caller passes, those of {@code deals.require} in both
 * configurations, and those recorded in the {@code deals.usage-file} of the first configuration, if it exists. If there
 * are none, everything that the first provider supports is compared. For a recorded operation, the comparison covers
 * the fields, filters and orders that were used. For an operation that is only declared, it covers all those that the
 * first provider accepts.
 */
public final class Portability {
    private static final Comparator<PortabilityFinding> WORST_FIRST =
            Comparator.comparing(PortabilityFinding::verdict).thenComparing(PortabilityFinding::kind);

    private Portability() {}

    /**
     * {@return the report about moving from one configuration to another} To compare two accounts of one file, pass
     * {@code config.connection("emea")} and {@code config.connection("apac")}.
     *
     * @param from the current configuration of the program; requires a provider and no credentials
     * @param to the future configuration of the program; requires a provider and no credentials
     * @param needs further requirements, such as {@link Requirements#load}
     * @throws ConfigurationException if a configuration names no provider that is on the class path, or the usage file
     *     cannot be read; lists the problems of both configurations
     */
    public static PortabilityReport compare(DealsConfig from, DealsConfig to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return compare(() -> from, () -> to, needs);
    }

    /**
     * {@return the report about moving from one configuration file to another} Each file is read without system
     * properties and the environment; see {@link DealsConfig.Builder#onlyFile}.
     *
     * @param from the current configuration file of the program
     * @param to the future configuration file of the program
     * @param needs further requirements, such as {@link Requirements#load}
     * @throws ConfigurationException under the conditions of {@link #compare(DealsConfig, DealsConfig,
     *     Requirements...)}, or if a file is not usable; lists the problems of both files
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
     * {@return a properties file for the vendor to which a program moves} The file contains the settings of the second
     * configuration, followed by the lines that the report of {@link #compare(DealsConfig, DealsConfig,
     * Requirements...)} suggests. Lines that can be used unchanged are active. Lines that require a value or a decision
     * are comments. Each line is accompanied by the reason for it. The end of the file lists the findings that no line
     * resolves. The file contains no credentials; a comment shows where to add them.
     *
     * @param from the current configuration of the program; requires a provider and no credentials
     * @param to the configuration to complete; requires a provider and no credentials
     * @param needs further requirements, such as {@link Requirements#load}
     * @throws ConfigurationException under the conditions of {@link #compare(DealsConfig, DealsConfig,
     *     Requirements...)}
     */
    public static String suggest(DealsConfig from, DealsConfig to, Requirements... needs) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return new Suggestion(comparison(() -> from, () -> to, needs)).text();
    }

    /** Returns one line for each requirement of a program that its own configuration refuses. */
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
