package dev.dealsdk.portability;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second configuration with all lines that its report suggests. A line may require others: with {@code
 * deals.allow-unverified}, for example, there are more calls, whose fields must be compared too. Lines are therefore
 * added and compared until there is nothing new, first those that can be used unchanged, then the others.
 */
final class Suggestion {
    private static final int COLUMNS = 100;
    /** More rounds than lines ever require; ends the loop if a report never stops suggesting. */
    private static final int MOST_ROUNDS = 12;

    private static final Set<String> LISTS = Set.of("deals.local-query", "deals.drop");

    private final Comparison comparison;
    private final Settings before;
    private final Map<String, SuggestedLine> ready = new LinkedHashMap<>();
    private final Map<String, SuggestedLine> toDecide = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Set<String> helped = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    Suggestion(Comparison comparison) {
        this.comparison = comparison;
        this.before = Settings.of(comparison.to().config());
    }

    String text() {
        addUntilNothingIsNew(true);
        addUntilNothingIsNew(false);
        head();
        section("Nothing is lost by these lines.", ready, "");
        section("To decide: fill in what is in capitals, and take the # before the line away.", toDecide, "#");
        refused();
        return text.toString();
    }

    private void addUntilNothingIsNew(boolean onlyReady) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean isNew = false;
            for (PortabilityFinding finding : report().findings()) {
                boolean isWhole = finding.lines().stream().allMatch(SuggestedLine::ready);
                for (SuggestedLine line : finding.lines()) {
                    if (isWhole || !onlyReady) {
                        isNew |= add(line, finding, onlyReady ? ready : toDecide);
                    }
                }
            }
            if (!isNew) {
                return;
            }
        }
    }

    private PortabilityReport report() {
        Settings settings = before;
        for (SuggestedLine line : ready.values()) {
            settings = settings.with(line);
        }
        for (SuggestedLine line : toDecide.values()) {
            // One that contradicts another has no effect on what else is said.
            settings = settings.with(line).endpoint().isPresent() ? settings.with(line) : settings;
        }
        Optional<Endpoint> to = settings.endpoint();
        return Portability.report(new Comparison(comparison.from(), to.orElse(comparison.to()), comparison.needs()));
    }

    private boolean add(SuggestedLine line, PortabilityFinding finding, Map<String, SuggestedLine> lines) {
        String key = line.key();
        helped.add(finding.subject());
        boolean isList = LISTS.contains(key);
        SuggestedLine old = ready.getOrDefault(key, toDecide.get(key));
        if (old != null && !isList) {
            return false;
        }
        SuggestedLine merged = old == null ? line : new SuggestedLine(key, joined(old, line), line.ready());
        if (old != null && old.value().equals(merged.value())) {
            return false;
        }
        lines.put(key, merged);
        reasons.merge(key, finding.subject() + ": " + finding.reason(), (one, two) -> one + "\n" + two);
        return true;
    }

    private static String joined(SuggestedLine one, SuggestedLine two) {
        Set<String> words = new LinkedHashSet<>(List.of(one.value().split(",", -1)));
        words.addAll(List.of(two.value().split(",", -1)));
        return String.join(",", words);
    }

    private void head() {
        comment("For " + comparison.toProvider() + ", so that a program runs with it that runs with "
                + comparison.fromProvider() + ".");
        before.values().forEach((key, value) -> line(new SuggestedLine(key, value, true).toString()));
        comment("Credentials are never written here. In ${} is the name of an environment variable.");
        line("#deals.token=${"
                + comparison.toProvider().toUpperCase(Locale.ROOT).replace('-', '_') + "_TOKEN}");
    }

    private void section(String title, Map<String, SuggestedLine> lines, String mark) {
        if (lines.isEmpty()) {
            return;
        }
        line("");
        comment(title);
        lines.forEach((key, suggested) -> {
            line("");
            reasons.getOrDefault(key, "").lines().forEach(this::comment);
            line(mark + suggested);
        });
    }

    /** Adds the findings that even the undecided lines do not resolve. */
    private void refused() {
        List<PortabilityFinding> rest = report().findings(PortabilityVerdict.REFUSED).stream()
                .filter(finding -> !helped.contains(finding.subject()))
                .toList();
        if (rest.isEmpty()) {
            return;
        }
        line("");
        comment("No line helps with these: the program has to change.");
        rest.forEach(finding -> comment("- " + finding.subject() + ": " + finding.reason()));
    }

    private void comment(String sentence) {
        StringBuilder line = new StringBuilder("#");
        for (String word : sentence.split("\\s+", -1)) {
            if (line.length() > 1 && line.length() + 1 + word.length() > COLUMNS) {
                line(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
