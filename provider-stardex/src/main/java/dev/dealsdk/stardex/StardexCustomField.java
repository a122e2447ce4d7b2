package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * A value of a custom field of a deal (shape inferred from jobs and companies [docs: get-job-by-id,
 * get-company-by-id]). A field with several values probably takes several of these.
 *
 * @param attributeId an opaque id in the format of a UUID
 * @param attributeName the organization's name of the field
 * @param dataType {@code single-select}, {@code multi-select}, {@code integer}, {@code date}, {@code multi-team-member}
 *     or another word
 * @param value any JSON as String, Boolean, BigDecimal, List or Map; empty if {@link #tag()} or {@link #teamMember()}
 *     holds the value
 * @param tag the selected option
 * @param teamMember the selected team member
 */
public record StardexCustomField(
        String attributeId,
        Optional<String> attributeName,
        Optional<String> dataType,
        Optional<Object> value,
        Optional<StardexRef> tag,
        Optional<StardexRef> teamMember) {}
