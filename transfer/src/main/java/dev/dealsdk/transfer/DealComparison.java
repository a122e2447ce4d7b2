package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.Operation;
import dev.dealsdk.event.ShadowDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the same deal of two accounts, field by field, as a program sees them. Extras are specific to a vendor and are not
 * compared; nor is a custom field that only one of the deals has and that has no alias in either configuration. Immutable.
 */
final class DealComparison {
    private final Set<String> ignored;
    private final Set<String> aliases;

    /**
     * @param ignored the names of fields that are not compared
     * @param aliases the aliases of custom fields in either configuration
     */
    DealComparison(Set<String> ignored, Set<String> aliases) {
        this.ignored = ignored;
        this.aliases = aliases;
    }

    /** @param operation {@code LIST} if the first deal is from a page, which may omit fields that the deal has */
    List<ShadowDifference> of(Deal own, Deal other, Operation operation) {
        SortedMap<String, String> ours = contents(own);
        SortedMap<String, String> theirs = contents(other);
        Set<String> names = new TreeSet<>(ours.keySet());
        if (operation != Operation.LIST) {
            names.addAll(theirs.keySet());
        }
        List<ShadowDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> one = Optional.ofNullable(ours.get(name));
            Optional<String> two = Optional.ofNullable(theirs.get(name));
            boolean isSame = one.equals(two) || (name.equals(Fields.STAGE) && isSameStage(own, other));
            if (!isSame && isCompared(name, one, two)) {
                differences.add(new ShadowDifference(name, one, two));
            }
        }
        return differences;
    }

    private boolean isCompared(String name, Optional<String> one, Optional<String> two) {
        if (ignored.contains(name) || name.startsWith(Fields.EXTRA)) {
            return false;
        }
        if (!name.startsWith(Fields.CUSTOM)) {
            return true;
        }
        boolean isShared =
                (one.isPresent() && two.isPresent()) || aliases.contains(name.substring(Fields.CUSTOM.length()));
        return isShared && !ignored.contains("custom-fields");
    }

    private static SortedMap<String, String> contents(Deal deal) {
        SortedMap<String, String> texts = Fields.of(deal);
        deal.stageAlias().or(deal::stageName).or(deal::stageId).ifPresent(stage -> texts.put(Fields.STAGE, stage));
        deal.createdAt().ifPresent(time -> texts.put("created-at", time.toString()));
        deal.updatedAt().ifPresent(time -> texts.put("updated-at", time.toString()));
        deal.closedAt().ifPresent(time -> texts.put("closed-at", time.toString()));
        return texts;
    }

    /** Stage ids differ between accounts: stages are equal if they share an alias, a name or an id. */
    private static boolean isSameStage(Deal own, Deal other) {
        Set<String> words = words(own);
        return words(other).stream().anyMatch(words::contains);
    }

    private static Set<String> words(Deal deal) {
        return Stream.of(deal.stageAlias(), deal.stageName(), deal.stageId())
                .flatMap(Optional::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
