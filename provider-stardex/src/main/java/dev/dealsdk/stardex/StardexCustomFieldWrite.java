package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of a custom field [docs: create-deal, update-deal]. The effects of the verbs are inferred from their names.
 * Whether they can be combined in one change is not documented.
 *
 * @param attributeId a UUID
 * @param value the new value. Third-party code sends an option by its name and a day as {@code YYYY-MM-DD}.
 * @param addValues values to add to the existing ones; empty for none
 * @param removeValues values to remove; empty for none
 * @param addTeamMemberIds UUIDs of team members to add; empty for none
 * @param removeTeamMemberIds UUIDs of team members to remove; empty for none
 * @param clearAll true to remove all values
 */
@Value.Builder
@WireStyle
public record StardexCustomFieldWrite(
        String attributeId,
        Optional<String> value,
        List<String> addValues,
        List<String> removeValues,
        List<String> addTeamMemberIds,
        List<String> removeTeamMemberIds,
        Optional<Boolean> clearAll) {

    /** {@return a builder in which nothing is set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexCustomFieldWrite}; not thread-safe. */
    public static final class Builder extends StardexCustomFieldWriteBuilder {
        Builder() {}
    }
}
