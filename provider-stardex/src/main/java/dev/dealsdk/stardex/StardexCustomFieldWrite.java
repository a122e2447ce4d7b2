package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One change of one custom field [docs: create-deal, update-deal]. What the verbs do is inferred from their names; whether
 * they combine in one change is not documented.
 */
@Value.Immutable
@WireStyle
public interface StardexCustomFieldWrite {

    /** {@return a UUID} */
    String attributeId();

    /**
     * {@return what replaces the value} Other people's code sends an option by its name and a day as {@code
     * YYYY-MM-DD}.
     */
    Optional<String> value();

    /** {@return values to add to those there are; empty for none} */
    List<String> addValues();

    /** {@return values to take away; empty for none} */
    List<String> removeValues();

    /** {@return UUIDs of team members to add; empty for none} */
    List<String> addTeamMemberIds();

    /** {@return UUIDs of team members to take away; empty for none} */
    List<String> removeTeamMemberIds();

    /** {@return true to take every value away} */
    Optional<Boolean> clearAll();

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexCustomFieldWrite}; not thread-safe. */
    final class Builder extends ImmutableStardexCustomFieldWrite.Builder {
        Builder() {}
    }
}
