package dev.dealsdk.internal.stages;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.Support;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.value.Suggestions;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.DealsProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stages that a configuration names, held against those of the account. Immutable. */
public final class ConfiguredStages {
    private static final int MOST_NAMES = 8;

    private final DealsConfig config;
    private final List<Named> named = new ArrayList<>();
    /** What the keys of won, lost and open deals stand for, aliases resolved. */
    private final List<Named> closing = new ArrayList<>();

    /** What one key says. */
    private record Named(String key, String target) {}

    /** Without those for what the vendor does by a call of its own: they serve another vendor of the same file. */
    public ConfiguredStages(DealsConfig config, Capabilities capabilities) {
        this.config = config;
        config.stages().forEach((alias, target) -> named.add(new Named("deals.stages." + alias, target)));
        close(Operation.WIN, "deals.won-stage", config.wonStages(), capabilities);
        close(Operation.LOSE, "deals.lost-stage", config.lostStages(), capabilities);
        close(
                Operation.REOPEN,
                "deals.open-stage",
                config.openStage().map(List::of).orElse(List.of()),
                capabilities);
    }

    private void close(Operation operation, String key, List<String> stages, Capabilities capabilities) {
        if (capabilities.support(operation) == Support.DOCUMENTED) {
            return;
        }
        Map<String, String> aliases = config.stages();
        for (String stage : stages) {
            closing.add(new Named(key, aliases.getOrDefault(stage, stage)));
            // What stands behind an alias is told with the alias, and not again with a key that names the alias.
            if (!aliases.containsKey(stage)) {
                named.add(new Named(key, stage));
            }
        }
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** One line for each setting that names no stage of the account, or more than one, or that of another outcome. */
    public List<String> faults(List<Stage> account) {
        List<String> faults = new ArrayList<>();
        named.forEach(stage -> fault(stage, account).ifPresent(faults::add));
        faults.addAll(shared(target -> {
            List<String> ids = idsOf(target, account);
            return ids.size() == 1 ? ids.get(0) : target;
        }));
        return faults;
    }

    /**
     * What can be told without asking the vendor: one line for each setting that names the stage of another outcome, and
     * where names cannot be looked up, for each that can be no id.
     */
    public List<String> faults(DealsProvider provider, Capabilities capabilities) {
        List<String> faults = new ArrayList<>(shared(target -> target));
        if (capabilities.supports(Operation.LIST_STAGES)) {
            return faults;
        }
        named.forEach(stage -> {
            if (!provider.isStageId(stage.target())) {
                faults.add(ConfigPlace.of(config, stage.key()) + ": \"" + stage.target()
                        + "\" is not the id of a stage at "
                        + provider.id() + ", and stages cannot be found by name: "
                        + capabilities.explain(Operation.LIST_STAGES) + "; write the stage's id"
                        + (capabilities.support(Operation.LIST_STAGES) == Support.UNVERIFIED
                                ? ", or set deals.allow-unverified=true"
                                : ""));
            }
        });
        return faults;
    }

    private List<String> shared(UnaryOperator<String> stage) {
        List<String> faults = new ArrayList<>();
        Map<String, String> keyByStage = new HashMap<>();
        for (Named one : closing) {
            String id = stage.apply(one.target()).strip().toLowerCase(Locale.ROOT);
            String other = keyByStage.putIfAbsent(id, one.key());
            if (other != null && !other.equals(one.key())) {
                faults.add(ConfigPlace.of(config, one.key()) + ": is the stage of " + other
                        + " too, so the stage would not determine the status of a deal; name another one");
            }
        }
        return faults;
    }

    /**
     * Refuses a stage that was looked for in vain, if it is the configuration that names it.
     *
     * @throws ConfigurationException if it does; with the keys
     */
    void refuse(String target, List<Stage> account, CallScope scope) {
        List<String> faults = new ArrayList<>();
        for (Named stage : named) {
            if (stage.target().equals(target)) {
                fault(stage, account).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults, scope.call().build(), null);
        }
    }

    private Optional<String> fault(Named stage, List<Stage> account) {
        String target = stage.target();
        List<String> found = idsOf(target, account);
        if (found.size() == 1) {
            return Optional.empty();
        }
        String start = ConfigPlace.of(config, stage.key()) + ": \"" + target + "\" is ";
        return Optional.of(
                found.isEmpty()
                        ? start + "no stage of the account; " + choice(target, account)
                        : start + "the name of " + found.size() + " stages; write the id of one: " + some(found));
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
        return account.isEmpty()
                ? "it has none; remove the key"
                : "write " + names(target, account) + ", or the id of one";
    }

    /** The names of the account's stages, the most similar ones first, as many as a message can hold. */
    static String names(String target, List<Stage> account) {
        List<String> names = Suggestions.nearestFirst(
                target, account.stream().map(Stage::name).distinct().toList());
        return names.isEmpty()
                ? "none"
                : some(names.stream().map(name -> '"' + Excerpt.of(name) + '"').toList());
    }

    /** As many words as a message can hold. */
    static String some(List<String> words) {
        return String.join(", ", words.subList(0, Math.min(MOST_NAMES, words.size())))
                + (words.size() > MOST_NAMES ? " and " + (words.size() - MOST_NAMES) + " more" : "");
    }
}
