package dev.dealsdk.portability;

import java.util.Locale;

/** The kind of a {@link Requirement}. */
public enum RequirementKind {
    /** An operation: {@code operation.move}. */
    OPERATION,
    /** A field that an operation sets: {@code field.create.value.currency}. */
    FIELD,
    /** A field that an update clears: {@code cleared-field.description}. */
    CLEARED_FIELD,
    /** A field of the vendor that an operation sets: {@code extra.create.priority}. */
    EXTRA,
    /** A filter of a listing: {@code filter.status}. */
    FILTER,
    /** An order of a listing: {@code sort.created-at-descending}. */
    SORT,
    /** A stage by alias or name: {@code stage.qualification}. */
    STAGE,
    /** A stage by the vendor's id, which is not recorded: {@code stage-id.any}. */
    STAGE_ID,
    /** A custom field by alias or the vendor's key: {@code custom-field.margin}. */
    CUSTOM_FIELD,
    /** An idempotency key that the caller sets for an operation: {@code idempotency-key.create}. */
    IDEMPOTENCY_KEY,
    /** The vendor's own API, by the simple name of its type: {@code vendor-api.StoraApi}. */
    VENDOR_API;

    /** {@return the prefix of such requirements in text form: lower case with hyphens} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
