package dev.dealsdk.backside;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The link of a contact to a deal [docs: list-contacts]. Backside documents all fields except {@code introduced_by} and
 * {@code role} as required. The SDK requires only the two ids that identify the link. Immutable.
 *
 * @param id a UUID: the link itself
 * @param contactId a UUID: the contact
 * @param dealId a UUID
 * @param tenantId a UUID: the account
 * @param isPrimary true if this is the main contact of the deal
 * @param role the role of the contact, in the account's own words
 * @param introducedBy a UUID: the person who introduced the contact
 * @param createdAt the time at which the contact was linked
 * @param updatedAt the time of the last change
 * @param metadata the account's own data, if it is an object; {@link #rest()} contains any other JSON
 * @param rest fields that are not documented, or do not have the documented type, under Backside's names
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
