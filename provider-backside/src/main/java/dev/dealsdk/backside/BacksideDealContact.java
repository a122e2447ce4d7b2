package dev.dealsdk.backside;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact's link to a deal [docs: list-contacts]. Backside requires all but {@code introduced_by} and {@code role}; only the
 * two ids that make it a link are insisted on here. Immutable.
 *
 * @param id a UUID: the link itself
 * @param contactId a UUID: the contact
 * @param dealId a UUID
 * @param tenantId a UUID: the account
 * @param isPrimary whether it is the main contact of the deal
 * @param role the part the contact plays, in words of the account
 * @param introducedBy a UUID: who made the contact known
 * @param createdAt when the contact was linked
 * @param updatedAt when the link was last changed
 * @param metadata the account's own data, if it is an object; any other JSON is in {@link #rest()}
 * @param rest what Backside sent that is not documented, or not of the documented type, under its names
 */
public record BacksideDealContact(
        String id,
        String contactId,
        Optional<String> dealId,
        Optional<String> tenantId,
        Optional<Boolean> isPrimary,
        Optional<String> role,
        Optional<String> introducedBy,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> rest) {}
