package dev.dealsdk.portability;

import java.util.List;
import java.util.Optional;

/**
 * What another vendor does with one thing a program needs.
 *
 * @param kind what it is about
 * @param subject what exactly, in words: {@code move}, {@code create: value.currency}, {@code stage qualification}
 * @param verdict what becomes of it
 * @param reason one sentence: why, with its source, and what to do
 * @param lines what to write into the other configuration; empty when no key would help
 */
public record PortabilityFinding(
        RequirementKind kind, String subject, PortabilityVerdict verdict, String reason, List<SuggestedLine> lines) {

    /** A finding by its parts. */
    public PortabilityFinding {
        lines = List.copyOf(lines);
    }

    PortabilityFinding(RequirementKind kind, String subject, PortabilityVerdict verdict, String reason) {
        this(kind, subject, verdict, reason, List.of());
    }

    /** {@return the first key to set in the other configuration; empty when none would help} */
    public Optional<String> key() {
        return lines.stream().map(SuggestedLine::key).findFirst();
    }
}
