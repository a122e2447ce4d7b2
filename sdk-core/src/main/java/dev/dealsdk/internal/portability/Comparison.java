package dev.dealsdk.internal.portability;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityReport;
import dev.dealsdk.Requirements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Puts the findings together. */
public final class Comparison {
    private static final Comparator<PortabilityFinding> WORST_FIRST =
            Comparator.comparing(PortabilityFinding::verdict).thenComparing(PortabilityFinding::kind);

    private Comparison() {}

    /**
     * What becomes of each thing that is needed, the worst first.
     *
     * @throws dev.dealsdk.ConfigurationException if a configuration cannot be used; with the faults of both
     */
    public static PortabilityReport of(Supplier<DealsConfig> from, Supplier<DealsConfig> to, Requirements needs) {
        Sides sides = Side.both(from, to, needs);
        List<PortabilityFinding> findings = new ArrayList<>();
        findings.addAll(new OperationFindings(sides).all());
        findings.addAll(new FieldFindings(sides).all());
        findings.addAll(new ListingFindings(sides).all());
        findings.addAll(new NameFindings(sides).all());
        findings.addAll(new VendorFindings(sides).all());
        findings.sort(WORST_FIRST);
        return PortabilityReport.builder()
                .fromProvider(sides.here())
                .toProvider(sides.there())
                .findings(findings)
                .build();
    }
}
