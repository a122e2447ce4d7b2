package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a value of one account means nothing, or something else, in another one, although both vendors take the field.
 *
 * @param reason a clause without a full stop
 * @param lines what translates values between the accounts; empty where nothing does
 */
record ValueDifference(String reason, List<SuggestedLine> lines) {
    private static final String OWNERS = "deals.owners.";
    private static final String REASONS = "deals.lost-reasons.";

    /** What each account has ids of its own for. */
    private static final Map<DealField, String> IDS = Map.of(
            DealField.OWNERS, "owners",
            DealField.CONTACT_ID, "contacts",
            DealField.COMPANY_ID, "companies",
            DealField.LINE_ITEMS, "products");

    /** Empty if a value means the same on both sides. */
    static Optional<ValueDifference> of(DealField field, Comparison comparison) {
        if (comparison.isSameAccount() || translation(field, comparison).isPresent()) {
            return Optional.empty();
        }
        Optional<String> ofAccounts = field == DealField.CUSTOM_FIELDS
                ? Optional.of("each account has custom fields, types and lengths of its own")
                : Optional.ofNullable(IDS.get(field)).map(ValueDifference::ids);
        Stream<String> notes = comparison.isSameVendor()
                ? Stream.empty()
                : Stream.of(comparison.source(), comparison.target()).flatMap(side -> note(field, side).stream());
        String reason = Stream.concat(ofAccounts.stream(), notes).collect(Collectors.joining("; "));
        return reason.isEmpty() ? Optional.empty() : Optional.of(new ValueDifference(reason, lines(field, comparison)));
    }

    private static String ids(String what) {
        return "each account has ids of its own for " + what;
    }

    private static Optional<String> note(DealField field, Capabilities side) {
        return Optional.ofNullable(side.valueNotes().get(field)).map(note -> side.provider() + " takes " + note);
    }

    private static List<SuggestedLine> lines(DealField field, Comparison comparison) {
        return switch (field) {
            case OWNERS -> aliases(OWNERS, comparison, DealsConfig::owners, "OWNER_ID");
            case LOST_REASON -> aliases(REASONS, comparison, DealsConfig::lostReasons, "REASON");
            case CUSTOM_FIELDS -> List.of(SuggestedLine.toDecide("deals.fields.NAME", "KEY_OF_A_CUSTOM_FIELD"));
            default -> List.of();
        };
    }

    /** Of the names that the first configuration has, those that the second one lacks. */
    private static List<SuggestedLine> aliases(
            String key, Comparison comparison, Function<DealsConfig, Map<String, String>> names, String value) {
        Set<String> missing =
                new TreeSet<>(names.apply(comparison.from().config()).keySet());
        missing.removeAll(names.apply(comparison.to().config()).keySet());
        return missing.isEmpty()
                ? List.of(SuggestedLine.toDecide(key + "NAME", value))
                : missing.stream()
                        .map(name -> SuggestedLine.toDecide(key + name, value))
                        .toList();
    }

    /** How the second configuration translates the values of a field; empty if it does not, or lacks a name of the first. */
    static Optional<String> translation(DealField field, Comparison comparison) {
        return switch (field) {
            case OWNERS -> translation(OWNERS, comparison, DealsConfig::owners);
            case LOST_REASON -> translation(REASONS, comparison, DealsConfig::lostReasons);
            default -> Optional.empty();
        };
    }

    private static Optional<String> translation(
            String key, Comparison comparison, Function<DealsConfig, Map<String, String>> names) {
        Set<String> there = new TreeSet<>(names.apply(comparison.to().config()).keySet());
        boolean isWhole =
                there.containsAll(names.apply(comparison.from().config()).keySet());
        return there.isEmpty() || !isWhole
                ? Optional.empty()
                : Optional.of(key + "NAME translates " + String.join(", ", there));
    }

    /** Empty if a value means the same on both sides. */
    static Optional<ValueDifference> of(DealFilter filter, Comparison comparison) {
        return switch (filter) {
            case OWNER -> of(DealField.OWNERS, comparison);
            case TEAM ->
                comparison.isSameAccount()
                        ? Optional.empty()
                        : Optional.of(new ValueDifference(ids("teams"), List.of()));
            default -> Optional.empty();
        };
    }

    PortabilityFinding finding(RequirementKind kind, String subject) {
        String instead = lines.isEmpty()
                ? "; no key translates them: carry them over in the program"
                : "; set "
                        + lines.stream()
                                .map(line -> SuggestedLine.inFile(line.key()))
                                .collect(Collectors.joining(", "))
                        + ", and check that the values fit";
        return new PortabilityFinding(kind, subject, PortabilityVerdict.VALUES_DIFFER, reason + instead, lines);
    }
}
