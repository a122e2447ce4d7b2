package dev.dealsdk.internal.portability;

import dev.dealsdk.DealFilter;
import dev.dealsdk.Operation;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityVerdict;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What becomes of the conditions and orders of listings. */
final class ListingFindings {
    private final Sides sides;
    private final List<PortabilityFinding> findings = new ArrayList<>();

    ListingFindings(Sides sides) {
        this.sides = sides;
    }

    List<PortabilityFinding> all() {
        if (!sides.offered().contains(Operation.LIST)) {
            return findings;
        }
        List<String> filters = words(sides.target().filters(), DealFilter::key);
        List<String> sorts =
                words(sides.target().sorts(), sort -> Requirement.sort(sort).name());
        String canFilter =
                sides.there() + " can filter by " + Sides.listed(filters) + "; read more and choose in the program";
        String canSort = sides.there() + " can sort by " + Sides.listed(sorts) + "; sort in the program";
        if (sides.isRecorded(Operation.LIST)) {
            used(RequirementKind.FILTER, "filter ", filters, canFilter);
            used(RequirementKind.SORT, "order ", sorts, canSort);
        } else {
            declared(RequirementKind.FILTER, "filters", words(sides.source().filters(), DealFilter::key), filters);
            declared(
                    RequirementKind.SORT,
                    "orders",
                    words(sides.source().sorts(), sort -> Requirement.sort(sort).name()),
                    sorts);
        }
        pageSize();
        return findings;
    }

    private void used(RequirementKind kind, String word, List<String> taken, String otherwise) {
        for (Requirement requirement : sides.all(kind)) {
            boolean isTaken = taken.contains(requirement.name());
            add(
                    kind,
                    word + requirement.name(),
                    isTaken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED,
                    isTaken ? sides.there() + " takes it" + ids(requirement) : otherwise);
        }
    }

    /** How large the pages are that the program asks for is not recorded. */
    private void pageSize() {
        int here = sides.source().maxPageSize().orElse(Integer.MAX_VALUE);
        int there = sides.target().maxPageSize().orElse(Integer.MAX_VALUE);
        if (there < here) {
            String before = sides.source().maxPageSize().map(String::valueOf).orElse("any number");
            add(
                    RequirementKind.OPERATION,
                    "list: page size",
                    PortabilityVerdict.UNVERIFIED,
                    sides.there() + " takes up to " + there + " deals a page, and " + sides.here() + " " + before
                            + "; ask for no more, or leave it to the vendor");
        }
    }

    private String ids(Requirement requirement) {
        boolean isId = requirement.equals(Requirement.filter(DealFilter.OWNER))
                || requirement.equals(Requirement.filter(DealFilter.TEAM));
        return isId && !sides.isSameAccount() ? "; the id itself is another one in each account" : "";
    }

    private void declared(RequirementKind kind, String word, List<String> offered, List<String> taken) {
        List<String> lacking = new ArrayList<>(offered);
        lacking.removeAll(taken);
        if (!lacking.isEmpty()) {
            add(
                    kind,
                    word,
                    PortabilityVerdict.LOST,
                    sides.there() + " lacks " + Sides.listed(lacking) + "; it has " + Sides.listed(taken));
        }
    }

    private static <T extends Comparable<T>> List<String> words(Collection<T> values, Function<T, String> word) {
        return values.stream().sorted().map(word).toList();
    }

    private void add(RequirementKind kind, String subject, PortabilityVerdict verdict, String reason) {
        findings.add(PortabilityFinding.builder()
                .kind(kind)
                .subject(subject)
                .verdict(verdict)
                .reason(reason)
                .build());
    }
}
