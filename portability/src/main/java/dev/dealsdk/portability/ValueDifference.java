package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a value of one account means nothing, or something else, in another one, although both vendors take the field.
 *
 * @param reason a clause without a full stop
 * @param key the key that translates values between the accounts; empty while there is none
 */
record ValueDifference(String reason, Optional<String> key) {
    private static final ValueDifference OWNERS = ids("owners");
    private static final ValueDifference TEAMS = ids("teams");

    /** A key that learns to translate the values of a field is named here. */
    private static final Map<DealField, ValueDifference> FIELDS = Map.of(
            DealField.OWNERS, OWNERS,
            DealField.CONTACT_ID, ids("contacts"),
            DealField.COMPANY_ID, ids("companies"),
            DealField.LINE_ITEMS, ids("products"),
            DealField.CUSTOM_FIELDS,
                    new ValueDifference(
                            "each account has custom fields, types and lengths of its own",
                            Optional.of("deals.fields.NAME")));

    private static final Map<DealFilter, ValueDifference> FILTERS =
            Map.of(DealFilter.OWNER, OWNERS, DealFilter.TEAM, TEAMS);

    private static ValueDifference ids(String what) {
        return new ValueDifference("each account has ids of its own for " + what, Optional.empty());
    }

    /** Empty if a value means the same on both sides. */
    static Optional<ValueDifference> of(DealField field, Comparison comparison) {
        if (comparison.isSameAccount()) {
            return Optional.empty();
        }
        Optional<ValueDifference> ofAccounts = Optional.ofNullable(FIELDS.get(field));
        String notes = comparison.isSameVendor()
                ? ""
                : Stream.of(comparison.source(), comparison.target())
                        .flatMap(side -> note(field, side).stream())
                        .collect(Collectors.joining("; "));
        if (notes.isEmpty()) {
            return ofAccounts;
        }
        return Optional.of(new ValueDifference(
                ofAccounts.map(known -> known.reason() + "; ").orElse("") + notes,
                ofAccounts.flatMap(ValueDifference::key)));
    }

    private static Optional<String> note(DealField field, Capabilities side) {
        return Optional.ofNullable(side.valueNotes().get(field)).map(note -> side.provider() + " takes " + note);
    }

    /** Empty if a value means the same on both sides. */
    static Optional<ValueDifference> of(DealFilter filter, Comparison comparison) {
        return comparison.isSameAccount() ? Optional.empty() : Optional.ofNullable(FILTERS.get(filter));
    }

    PortabilityFinding finding(RequirementKind kind, String subject) {
        String instead = key.map(set -> "; set " + set + ", and see that the values fit")
                .orElse("; no key translates them yet: carry them over in the program");
        return new PortabilityFinding(kind, subject, PortabilityVerdict.VALUES_DIFFER, reason + instead, key);
    }
}
