package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /api/v1/deals/{id}/contacts} [docs: add-contact]. Immutable. */
@Value.Immutable
@WireStyle
public interface BacksideDealContactCreate {

    /** {@return a UUID: the contact to link} */
    String contactId();

    /** {@return a UUID: who made the contact known} */
    Optional<String> introducedBy();

    /** {@return whether it is the main contact; what becomes of another main contact is not documented} */
    Optional<Boolean> isPrimary();

    /** {@return the part the contact plays, in words of the account} */
    Optional<String> role();

    /**
     * A link with nothing said about it.
     *
     * @param contactId a UUID
     * @return the body
     */
    static BacksideDealContactCreate of(String contactId) {
        return builder().contactId(contactId).build();
    }

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealContactCreate}; not thread-safe. */
    final class Builder extends ImmutableBacksideDealContactCreate.Builder {
        Builder() {}
    }
}
