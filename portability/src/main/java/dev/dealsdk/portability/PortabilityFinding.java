package dev.dealsdk.portability;

import java.util.List;
import java.util.Optional;

/**
 * How the other vendor handles one requirement of a program.
 *
 * @param kind the kind of the requirement
 * @param subject the requirement in words, such as {@code move}, {@code create: value.currency} or {@code stage
 *     qualification}
 * @param verdict the result for this requirement
 * @param reason one sentence with the reason, its source, and what to do
 * @param lines the lines to add to the other configuration; empty if no key would help
 */
public record PortabilityFinding(
        RequirementKind kind, String subject, PortabilityVerdict verdict, String reason, List<SuggestedLine> lines) {

    /** Creates a finding; the list is copied. */
    public PortabilityFinding {
        lines = List.copyOf(lines);
    }

    PortabilityFinding(RequirementKind kind, String subject, PortabilityVerdict verdict, String reason) {
        this(kind, subject, verdict, reason, List.of());
    }

    /** {@return the first key to set in the other configuration; empty if none would help} */
    public Optional<String> key() {
        return lines.stream().map(SuggestedLine::key).findFirst();
    }
}
