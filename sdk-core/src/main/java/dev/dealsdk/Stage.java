package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One step of an account's pipeline. */
@Value.Immutable
@SdkStyle
public interface Stage {

    /** {@return the id assigned by the vendor; opaque, unique within one account} */
    String id();

    /** {@return what the account calls it; may change at any time, and blank when the vendor sends none} */
    String name();

    /**
     * {@return the program's own name of it, as {@code deals.stages.NAME} says; empty when it has none} Of several the
     * first in the order of the alphabet.
     */
    Optional<String> alias();

    /**
     * {@return the place in the pipeline as the vendor numbers it; empty where it does not} Numbers may start anywhere
     * and have gaps.
     */
    Optional<Integer> position();

    /**
     * {@return the percentage (0 to 100) of deals in this stage that are expected to be won; empty where the vendor
     * sends none}
     */
    Optional<BigDecimal> probability();

    /** {@return what a deal in it counts as} */
    StageKind kind();

    /** {@return a builder with nothing set; id, name and kind are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Stage}; not thread-safe. */
    final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
