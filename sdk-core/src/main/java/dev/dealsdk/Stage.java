package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One step of an account's pipeline. Immutable.
 *
 * @param id the id assigned by the vendor; opaque, unique within one account
 * @param name what the account calls it; may change at any time, and blank when the vendor sends none
 * @param alias the program's own name of it, as {@code deals.stages.NAME} says; empty when it has none. Of several the first in the
 *     order of the alphabet
 * @param position the place in the pipeline as the vendor numbers it; empty where it does not. Numbers may start anywhere and have
 *     gaps
 * @param probability the percentage (0 to 100) of deals in this stage that are expected to be won; empty where the vendor sends none
 * @param kind what a deal in it counts as
 */
@Value.Builder
@SdkStyle
public record Stage(
        String id,
        String name,
        Optional<String> alias,
        Optional<Integer> position,
        Optional<BigDecimal> probability,
        StageKind kind)
        implements JsonByModule {

    /** {@return a builder with nothing set; id, name and kind are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Stage}; not thread-safe. */
    public static final class Builder extends StageBuilder {
        Builder() {}
    }
}
