package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** What another vendor does with one thing a program needs. */
@Value.Immutable
@SdkStyle
public interface PortabilityFinding {

    /** {@return what it is about} */
    RequirementKind kind();

    /** {@return what exactly, in words: {@code move}, {@code create: value.currency}, {@code stage qualification}} */
    String subject();

    /** {@return what becomes of it} */
    PortabilityVerdict verdict();

    /** {@return one sentence: why, with its source, and what to do} */
    String reason();

    /** {@return the key to set in the other configuration; empty when none would help} */
    Optional<String> key();

    /** {@return a builder with nothing set; all but the key is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link PortabilityFinding}; not thread-safe. */
    final class Builder extends ImmutablePortabilityFinding.Builder {
        Builder() {}
    }
}
