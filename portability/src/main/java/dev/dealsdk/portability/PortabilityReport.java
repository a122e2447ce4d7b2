package dev.dealsdk.portability;

import java.util.List;

/**
 * What becomes of a program when it moves from one configuration to another.
 *
 * @param fromProvider the id of the provider it moves from
 * @param fromSource where that configuration was read: the path of a file, {@code map}, with the name of the connection
 * @param toProvider the id of the provider it moves to
 * @param toSource where that configuration was read
 * @param findings what becomes of each thing it needs, the worst first
 */
public record PortabilityReport(
        String fromProvider, String fromSource, String toProvider, String toSource, List<PortabilityFinding> findings) {

    /** A report by its parts. */
    public PortabilityReport {
        findings = List.copyOf(findings);
    }

    /**
     * {@return the findings of one verdict, in the same order}
     *
     * @param verdict such as {@link PortabilityVerdict#REFUSED}
     */
    public List<PortabilityFinding> findings(PortabilityVerdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    /** {@return whether nothing is refused} What is lost, dropped, differs or is unverified is for people to judge. */
    public boolean isPortable() {
        return findings(PortabilityVerdict.REFUSED).isEmpty();
    }

    /**
     * {@return the report for a terminal: a line of counts, the two configurations, then the findings by verdict, with line
     * breaks}
     *
     * @param columns as wide as it may be, but for words that are longer, such as paths; 40 at least
     */
    public String render(int columns) {
        return ReportText.of(this, columns);
    }
}
