package dev.dealsdk.stardex;

import java.util.Optional;

/**
 * One value of one custom field of a deal (shape inferred from jobs and companies [docs: get-job-by-id, get-company-by-id]).
 * A field with several values probably takes several of these.
 *
 * @param attributeId shaped like a UUID; opaque
 * @param attributeName what the organization calls the field
 * @param dataType {@code single-select}, {@code multi-select}, {@code integer}, {@code date},
 *     {@code multi-team-member} or another word
 * @param value any JSON as String, Boolean, BigDecimal, List or Map; empty where {@link #tag()} or {@link
 *     #teamMember()} holds it
 * @param tag the option that is chosen
 * @param teamMember the team member who is chosen
 */
public record StardexCustomField(
        String attributeId,
        Optional<String> attributeName,
        Optional<String> dataType,
        Optional<Object> value,
        Optional<StardexRef> tag,
        Optional<StardexRef> teamMember) {}
