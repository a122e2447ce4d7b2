package dev.dealsdk.portability;

import java.util.Locale;

/** What a {@link Requirement} is about. */
public enum RequirementKind {
    /** A call: {@code operation.move}. */
    OPERATION,
    /** A field that is set in a call: {@code field.create.value.currency}. */
    FIELD,
    /** A field that an update clears: {@code cleared-field.description}. */
    CLEARED_FIELD,
    /** A vendor's own field that is set in a call: {@code extra.create.priority}. */
    EXTRA,
    /** A condition of a listing: {@code filter.status}. */
    FILTER,
    /** An order of a listing: {@code sort.created-at-descending}. */
    SORT,
    /** A stage by alias or name: {@code stage.qualification}. */
    STAGE,
    /** A stage by the vendor's id, which is not told: {@code stage-id.any}. */
    STAGE_ID,
    /** A custom field by alias or the vendor's key: {@code custom-field.margin}. */
    CUSTOM_FIELD,
    /** An idempotency key of the caller's own in a call: {@code idempotency-key.create}. */
    IDEMPOTENCY_KEY,
    /** The vendor's own API, by the simple name of its type: {@code vendor-api.StoraApi}. */
    VENDOR_API;

    /** {@return the word that begins the text of such requirements, in lower case with hyphens} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
