package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One change of one custom field [docs: create-deal, update-deal]. What the verbs do is inferred from their names; whether
 * they combine in one change is not documented.
 *
 * @param attributeId a UUID
 * @param value what replaces the value. Other people's code sends an option by its name and a day as
 *     {@code YYYY-MM-DD}.
 * @param addValues values to add to those there are; empty for none
 * @param removeValues values to take away; empty for none
 * @param addTeamMemberIds UUIDs of team members to add; empty for none
 * @param removeTeamMemberIds UUIDs of team members to take away; empty for none
 * @param clearAll true to take every value away
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

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexCustomFieldWrite}; not thread-safe. */
    public static final class Builder extends StardexCustomFieldWriteBuilder {
        Builder() {}
    }
}
