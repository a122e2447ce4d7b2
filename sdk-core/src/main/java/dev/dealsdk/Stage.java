package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A stage of an account's pipeline. Immutable.
 *
 * @param id the id that the vendor assigned; opaque and unique within one account
 * @param name the name that the account gave to the stage; it may change at any time, and is blank if the vendor sends
 *     none
 * @param alias the alias of the stage from {@code deals.stages.NAME}; empty if it has none. Of several aliases, the
 *     first in alphabetical order
 * @param position the position in the pipeline as the vendor numbers it; empty if the vendor sends none. Numbers may
 *     start anywhere and have gaps
 * @param probability the percentage, 0 to 100, of deals in this stage that are expected to be won; empty if the vendor
 *     sends none
 * @param kind the status that a deal has in this stage
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

    /** {@return a builder in which nothing is set; id, name and kind are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Stage}; not thread-safe. */
    public static final class Builder extends StageBuilder {
        Builder() {}
    }
}
