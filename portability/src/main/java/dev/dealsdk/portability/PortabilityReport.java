package dev.dealsdk.portability;

import java.util.List;

/**
 * A report about a program that moves from one configuration to another.
 *
 * @param fromProvider the id of the current provider
 * @param fromSource the source of the current configuration: the path of a file or {@code map}, with the name of the
 *     connection
 * @param toProvider the id of the future provider
 * @param toSource the source of the future configuration
 * @param findings one finding for each requirement of the program, most severe first
 */
public record PortabilityReport(
        String fromProvider, String fromSource, String toProvider, String toSource, List<PortabilityFinding> findings) {

    /** Creates a report; the list is copied. */
    public PortabilityReport {
        findings = List.copyOf(findings);
    }

    /**
     * {@return the findings with a verdict, in the order of {@link #findings()}}
     *
     * @param verdict the verdict, such as {@link PortabilityVerdict#REFUSED}
     */
    public List<PortabilityFinding> findings(PortabilityVerdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    /**
     * {@return true if nothing is refused} Findings that are lost, dropped, different or unverified need a decision by
     * a person.
     */
    public boolean isPortable() {
        return findings(PortabilityVerdict.REFUSED).isEmpty();
    }

    /**
     * {@return the report as text for a terminal: a line of counts, the two configurations, then the findings by
     * verdict}
     *
     * @param columns the maximum line width, at least 40; longer words such as paths are not broken
     */
    public String render(int columns) {
        return ReportText.of(this, columns);
    }
}
