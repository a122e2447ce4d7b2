package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /api/v1/deals/{id}/contacts} [docs: add-contact]. Immutable.
 *
 * @param contactId a UUID: the contact to link
 * @param introducedBy a UUID: who made the contact known
 * @param isPrimary whether it is the main contact; what becomes of another main contact is not documented
 * @param role the part the contact plays, in words of the account
 */
@Value.Builder
@WireStyle
public record BacksideDealContactCreate(
        String contactId, Optional<String> introducedBy, Optional<Boolean> isPrimary, Optional<String> role) {

    /**
     * A link with nothing said about it.
     *
     * @param contactId a UUID
     * @return the body
     */
    public static BacksideDealContactCreate of(String contactId) {
        return builder().contactId(contactId).build();
    }

    /** {@return a new builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealContactCreate}; not thread-safe. */
    public static final class Builder extends BacksideDealContactCreateBuilder {
        Builder() {}
    }
}
