package dev.dealsdk.portability;

import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What becomes of the conditions and orders of listings. */
final class ListingFindings {
    private static final String APPLIED = "applied by the SDK to the deals that it reads, as deals.local-query says";

    private final Comparison comparison;
    private final List<PortabilityFinding> findings = new ArrayList<>();
    private final Set<String> differing = new HashSet<>();
    private final Proposals proposals;

    ListingFindings(Comparison comparison, Proposals proposals) {
        this.comparison = comparison;
        this.proposals = proposals;
    }

    List<PortabilityFinding> all() {
        if (!comparison.offered().contains(Operation.LIST)) {
            return findings;
        }
        List<String> filters = words(comparison.target().filters(), DealFilter::key);
        List<String> sorts = words(comparison.target().sorts(), ListingFindings::word);
        List<String> localFilters = words(comparison.target().localFilters(), DealFilter::key);
        List<String> localSorts = words(comparison.target().localSorts(), ListingFindings::word);
        Map<String, List<SuggestedLine>> filterLines =
                lines(DealFilter.values(), DealFilter::key, filters, proposals::filter);
        Map<String, List<SuggestedLine>> sortLines =
                lines(DealSort.values(), ListingFindings::word, sorts, proposals::sort);
        String canFilter = comparison.toProvider() + " can filter by " + Comparison.listed(filters)
                + "; read all deals and filter in the program";
        String canSort = comparison.toProvider() + " can sort by " + Comparison.listed(sorts) + "; sort in the program";
        if (comparison.isRecorded(Operation.LIST)) {
            differing(usedFilters());
            used(RequirementKind.FILTER, "filter ", filters, localFilters, filterLines, canFilter);
            used(RequirementKind.SORT, "order ", sorts, localSorts, sortLines, canSort);
        } else {
            declared(
                    RequirementKind.FILTER,
                    "filters",
                    words(comparison.source().filters(), DealFilter::key),
                    filters,
                    localFilters,
                    filterLines);
            declared(
                    RequirementKind.SORT,
                    "orders",
                    words(comparison.source().sorts(), ListingFindings::word),
                    sorts,
                    localSorts,
                    sortLines);
            differing(comparison.source().filters());
        }
        pageSize();
        return findings;
    }

    private static String word(DealSort sort) {
        return Requirement.sort(sort).name();
    }

    /** What would make the target take those that it does not. */
    private static <T> Map<String, List<SuggestedLine>> lines(
            T[] all, Function<T, String> word, List<String> taken, Function<T, List<SuggestedLine>> proposal) {
        Map<String, List<SuggestedLine>> lines = new HashMap<>();
        for (T one : all) {
            if (!taken.contains(word.apply(one))) {
                lines.put(word.apply(one), proposal.apply(one));
            }
        }
        return lines;
    }

    private void used(
            RequirementKind kind,
            String word,
            List<String> taken,
            List<String> local,
            Map<String, List<SuggestedLine>> lines,
            String otherwise) {
        for (Requirement requirement : comparison.all(kind)) {
            if (!taken.contains(requirement.name())) {
                findings.add(new PortabilityFinding(
                        kind,
                        word + requirement.name(),
                        PortabilityVerdict.REFUSED,
                        otherwise,
                        lines.getOrDefault(requirement.name(), List.of())));
            } else if (local.contains(requirement.name())) {
                add(kind, word + requirement.name(), PortabilityVerdict.APPLIED_HERE, APPLIED);
            } else if (!differing.contains(requirement.name())) {
                add(kind, word + requirement.name(), PortabilityVerdict.SAME, comparison.toProvider() + " takes it");
            }
        }
    }

    private Set<DealFilter> usedFilters() {
        Set<DealFilter> used = EnumSet.allOf(DealFilter.class);
        used.removeIf(filter -> !comparison.needs().uses().containsKey(Requirement.filter(filter)));
        return used;
    }

    /** Of these filters, those that the target has too, and whose values are those of an account. */
    private void differing(Collection<DealFilter> needed) {
        for (DealFilter filter : DealFilter.values()) {
            if (needed.contains(filter) && comparison.target().filters().contains(filter)) {
                ValueDifference.of(filter, comparison).ifPresent(difference -> {
                    differing.add(filter.key());
                    findings.add(difference.finding(RequirementKind.FILTER, "filter " + filter.key()));
                });
            }
        }
    }

    /** How large the pages are that the program asks for is not recorded. */
    private void pageSize() {
        int before = comparison.source().maxPageSize().orElse(Integer.MAX_VALUE);
        int after = comparison.target().maxPageSize().orElse(Integer.MAX_VALUE);
        if (after < before) {
            String shown =
                    comparison.source().maxPageSize().map(String::valueOf).orElse("any number");
            add(
                    RequirementKind.OPERATION,
                    "list: page size",
                    PortabilityVerdict.UNVERIFIED,
                    comparison.toProvider() + " takes up to " + after + " deals a page, and "
                            + comparison.fromProvider() + " " + shown + "; ask for no more, or leave it to the vendor");
        }
    }

    private void declared(
            RequirementKind kind,
            String word,
            List<String> offered,
            List<String> taken,
            List<String> local,
            Map<String, List<SuggestedLine>> lines) {
        List<String> lacking = new ArrayList<>(offered);
        lacking.removeAll(taken);
        if (!lacking.isEmpty()) {
            findings.add(new PortabilityFinding(
                    kind,
                    word,
                    PortabilityVerdict.LOST,
                    comparison.toProvider() + " lacks " + Comparison.listed(lacking) + "; it has "
                            + Comparison.listed(taken),
                    lacking.stream()
                            .flatMap(name -> lines.getOrDefault(name, List.of()).stream())
                            .distinct()
                            .toList()));
        }
        List<String> applied = new ArrayList<>(offered);
        applied.retainAll(local);
        if (!applied.isEmpty() && !comparison.isSameVendor()) {
            add(kind, word + " here", PortabilityVerdict.APPLIED_HERE, Comparison.listed(applied) + ": " + APPLIED);
        }
    }

    private static <T extends Comparable<T>> List<String> words(Collection<T> values, Function<T, String> word) {
        return values.stream().sorted().map(word).toList();
    }

    private void add(RequirementKind kind, String subject, PortabilityVerdict verdict, String reason) {
        findings.add(new PortabilityFinding(kind, subject, verdict, reason));
    }
}
