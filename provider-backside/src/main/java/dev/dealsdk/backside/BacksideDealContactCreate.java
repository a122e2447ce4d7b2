package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /api/v1/deals/{id}/contacts} [docs: add-contact]. Immutable.
 *
 * @param contactId a UUID: the contact to link
 * @param introducedBy a UUID: the person who introduced the contact
 * @param isPrimary true for the main contact; the effect on another main contact is not documented
 * @param role the role of the contact, in the account's own words
 */
@Value.Builder
@WireStyle
public record BacksideDealContactCreate(
        String contactId, Optional<String> introducedBy, Optional<Boolean> isPrimary, Optional<String> role) {

    /**
     * Creates a link without further fields.
     *
     * @param contactId a UUID
     * @return the body
     */
    public static BacksideDealContactCreate of(String contactId) {
        return builder().contactId(contactId).build();
    }

    /** {@return a builder in which nothing is set; the contact id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BacksideDealContactCreate}; not thread-safe. */
    public static final class Builder extends BacksideDealContactCreateBuilder {
        Builder() {}
    }
}
