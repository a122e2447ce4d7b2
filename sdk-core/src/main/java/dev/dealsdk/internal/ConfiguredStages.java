package dev.dealsdk.internal;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Stage;
import dev.dealsdk.internal.config.Suggestions;
import dev.dealsdk.spi.CallScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages that a configuration names, held against those of the account. Immutable. */
final class ConfiguredStages {
    private static final int MOST_NAMES = 8;

    private final DealsConfig config;
    private final Map<String, String> targetByKey;

    ConfiguredStages(DealsConfig config) {
        this.config = config;
        this.targetByKey = targets(config);
    }

    /** What stands behind an alias is told with the alias, and not again with a key that names the alias. */
    private static Map<String, String> targets(DealsConfig config) {
        Map<String, String> targets = new LinkedHashMap<>();
        Map<String, String> aliases = config.stages();
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            targets.put("deals.stages." + alias.getKey(), alias.getValue());
        }
        add(targets, "deals.won-stage", config.wonStage(), aliases);
        add(targets, "deals.lost-stage", config.lostStage(), aliases);
        add(targets, "deals.open-stage", config.openStage(), aliases);
        return targets;
    }

    private static void add(
            Map<String, String> targets, String key, Optional<String> stage, Map<String, String> aliases) {
        if (stage.isPresent() && !aliases.containsKey(stage.get())) {
            targets.put(key, stage.get());
        }
    }

    boolean isEmpty() {
        return targetByKey.isEmpty();
    }

    /** One line for each setting that names no stage of the account, or more than one. */
    List<String> faults(List<Stage> account) {
        List<String> faults = new ArrayList<>();
        targetByKey.forEach((key, target) -> fault(key, target, account).ifPresent(faults::add));
        return faults;
    }

    /**
     * Refuses a stage that was looked for in vain, if it is the configuration that names it.
     *
     * @throws ConfigurationException if it does; with the keys
     */
    void refuse(String target, List<Stage> account, CallScope scope) {
        List<String> faults = new ArrayList<>();
        targetByKey.forEach((key, named) -> {
            if (named.equals(target)) {
                fault(key, target, account).ifPresent(faults::add);
            }
        });
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults, scope.call().build(), null);
        }
    }

    private Optional<String> fault(String key, String target, List<Stage> account) {
        List<String> found = idsOf(target, account);
        if (found.size() == 1) {
            return Optional.empty();
        }
        String start = ConnectChecks.place(config, key) + ": \"" + target + "\" is ";
        return Optional.of(
                found.isEmpty()
                        ? start + "no stage of the account; " + choice(target, account)
                        : start + "the name of " + found.size() + " stages; write the id of one: "
                                + String.join(", ", found));
    }

    /** What the configuration names is an id first, and then a name. */
    static List<String> idsOf(String target, List<Stage> account) {
        if (account.stream().anyMatch(stage -> stage.id().equals(target))) {
            return List.of(target);
        }
        return account.stream()
                .filter(stage -> isNamed(stage.name(), target))
                .map(Stage::id)
                .toList();
    }

    static boolean isNamed(String name, String target) {
        return name.strip().toLowerCase(Locale.ROOT).equals(target.strip().toLowerCase(Locale.ROOT));
    }

    private static String choice(String target, List<Stage> account) {
        List<String> names = Suggestions.nearestFirst(
                target, account.stream().map(Stage::name).distinct().toList());
        if (names.isEmpty()) {
            return "it has none; remove the key";
        }
        String nearest =
                names.stream().limit(MOST_NAMES).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String more = names.size() > MOST_NAMES ? " or another of its " + names.size() : "";
        return "write " + nearest + more + ", or the id of one";
    }
}
