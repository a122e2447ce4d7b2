package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One value of one custom field of a deal (shape inferred from jobs and companies [docs: get-job-by-id, get-company-by-id]).
 * A field with several values probably takes several of these.
 */
@Value.Immutable
@WireStyle
public interface StardexCustomField {

    /** {@return shaped like a UUID; opaque} */
    String attributeId();

    /** {@return what the organization calls the field} */
    Optional<String> attributeName();

    /**
     * {@return {@code single-select}, {@code multi-select}, {@code integer}, {@code date}, {@code multi-team-member} or
     * another word}
     */
    Optional<String> dataType();

    /**
     * {@return any JSON as String, Boolean, BigDecimal, List or Map; empty where {@link #tag()} or {@link
     * #teamMember()} holds it}
     */
    Optional<Object> value();

    /** {@return the option that is chosen} */
    Optional<StardexRef> tag();

    /** {@return the team member who is chosen} */
    Optional<StardexRef> teamMember();

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexCustomField}; not thread-safe. */
    final class Builder extends ImmutableStardexCustomField.Builder {
        Builder() {}
    }
}
