package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One step of an account's pipeline. */
@Value.Immutable
@SdkStyle
public interface Stage {

    /** Assigned by the vendor; opaque; unique within one account. */
    String id();

    String name();

    /** The place in the pipeline as the vendor numbers it; numbers may start anywhere and have gaps. */
    Optional<Integer> position();

    /** The percentage (0 to 100) of deals in this stage that are expected to be won. */
    Optional<BigDecimal> probability();

    StageKind kind();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Stage}; not thread-safe. */
    final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
