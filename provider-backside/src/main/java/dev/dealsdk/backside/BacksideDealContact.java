package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A contact's link to a deal [docs: list-contacts]. Backside requires all but {@code introduced_by} and {@code role}; only the
 * two ids that make it a link are insisted on here. Immutable.
 */
@Value.Immutable
@WireStyle
public interface BacksideDealContact {

    /** {@return a UUID: the link itself} */
    String id();

    /** {@return a UUID: the contact} */
    String contactId();

    /** {@return a UUID} */
    Optional<String> dealId();

    /** {@return a UUID: the account} */
    Optional<String> tenantId();

    /** {@return whether it is the main contact of the deal} */
    Optional<Boolean> isPrimary();

    /** {@return the part the contact plays, in words of the account} */
    Optional<String> role();

    /** {@return a UUID: who made the contact known} */
    Optional<String> introducedBy();

    /** {@return when the contact was linked} */
    Optional<Instant> createdAt();

    /** {@return when the link was last changed} */
    Optional<Instant> updatedAt();

    /** {@return the account's own data, if it is an object; any other JSON is in {@link #rest()}} */
    @AllowNulls
    Map<String, @Nullable Object> metadata();

    /** {@return what Backside sent that is not documented, or not of the documented type, under its names} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealContact}; not thread-safe. */
    final class Builder extends ImmutableBacksideDealContact.Builder {
        Builder() {}
    }
}
