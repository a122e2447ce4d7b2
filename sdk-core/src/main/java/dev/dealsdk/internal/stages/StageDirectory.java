package dev.dealsdk.internal.stages;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns the names of stages into ids. The account's stages are read when a name is first met and again when one is not
 * among them; in between they are remembered. Thread-safe.
 */
public final class StageDirectory {
    private final Map<String, String> aliases;
    private final Capabilities capabilities;
    private final ConfiguredStages configured;
    private volatile List<Stage> known = List.of();

    public StageDirectory(Map<String, String> aliases, Capabilities capabilities, ConfiguredStages configured) {
        this.configured = configured;
        this.aliases = Map.copyOf(aliases);
        this.capabilities = capabilities;
    }

    /** The account's stages as they were last read; empty before that. */
    public List<Stage> known() {
        return known;
    }

    /** Keeps what was read elsewhere. */
    public void remember(List<Stage> stages) {
        known = List.copyOf(stages);
    }

    /**
     * The same stage by its id.
     *
     * @throws dev.dealsdk.InvalidRequestException if no stage, or more than one, has that name
     * @throws dev.dealsdk.ConfigurationException if it is the configuration that names such a stage
     */
    public StageRef resolve(StageRef stage, ProviderClient client, CallScope scope) {
        Optional<String> name = stage.aliasOrName();
        return name.isEmpty() ? stage : StageRef.id(idOf(name.get(), client, scope));
    }

    /**
     * The id of a stage that the configuration names; fails as {@link #resolve} does. Where stages cannot be listed, what is
     * no alias is taken for an id.
     */
    public String configured(String aliasOrIdOrName, ProviderClient client, CallScope scope) {
        String target = aliases.getOrDefault(aliasOrIdOrName, aliasOrIdOrName);
        return capabilities.supports(Operation.LIST_STAGES)
                ? only(aliasOrIdOrName, target, this::byIdOrName, client, scope)
                : target;
    }

    private String idOf(String name, ProviderClient client, CallScope scope) {
        boolean isAlias = aliases.containsKey(name);
        String target = aliases.getOrDefault(name, name);
        if (!capabilities.supports(Operation.LIST_STAGES)) {
            if (isAlias) {
                return target;
            }
            throw scope.invalid(
                    "stage",
                    "\"" + name + "\" cannot be looked up, since " + capabilities.explain(Operation.LIST_STAGES)
                            + "; use StageRef.id, or set deals.stages." + name + " to the stage's id" + knownAliases());
        }
        // What an alias stands for is an id first; what else a caller names is a name first.
        Function<String, List<String>> search = isAlias ? this::byIdOrName : this::byNameOrId;
        return only(name, target, search, client, scope);
    }

    /** The one stage that is found among those remembered or, if it is not exactly one, among those there are now. */
    private String only(
            String name, String target, Function<String, List<String>> search, ProviderClient client, CallScope scope) {
        List<String> found = search.apply(target);
        if (found.size() == 1) {
            return found.get(0);
        }
        remember(client.stages(scope));
        return only(name, target, search.apply(target), scope);
    }

    private String only(String name, String target, List<String> found, CallScope scope) {
        if (found.size() != 1) {
            configured.refuse(target, known, scope);
        }
        if (found.isEmpty()) {
            throw scope.invalid("stage", unknown(name, target));
        }
        if (found.size() > 1) {
            throw scope.invalid(
                    "stage",
                    "\"" + target + "\" is the name of " + found.size() + " stages (ids " + ConfiguredStages.some(found)
                            + "); use StageRef.id or an alias deals.stages.NAME");
        }
        return found.get(0);
    }

    private List<String> byIdOrName(String target) {
        List<String> byId = byId(target);
        return byId.isEmpty() ? byName(target) : byId;
    }

    private List<String> byNameOrId(String target) {
        List<String> byName = byName(target);
        return byName.isEmpty() ? byId(target) : byName;
    }

    private List<String> byId(String target) {
        return ids(stage -> stage.id().equals(target)).stream().limit(1).toList();
    }

    private List<String> byName(String target) {
        return ids(stage -> key(stage.name()).equals(key(target)));
    }

    private String unknown(String name, String target) {
        String asked = name.equals(target) ? "\"" + name + "\"" : "\"" + target + "\" (deals.stages." + name + ")";
        return "there is no stage " + asked + "; the account has " + ConfiguredStages.names(target, known)
                + knownAliases();
    }

    private String knownAliases() {
        return aliases.isEmpty()
                ? ""
                : "; aliases: " + aliases.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private List<String> ids(Predicate<Stage> condition) {
        return known.stream().filter(condition).map(Stage::id).toList();
    }

    /** The same for names that look the same: in any case and Unicode form, with any blanks, without what is invisible. */
    private static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder key = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char next = composed.charAt(i);
            boolean blank = Character.isWhitespace(next) || Character.isSpaceChar(next);
            if (blank
                    ? !key.isEmpty() && key.charAt(key.length() - 1) != ' '
                    : Character.getType(next) != Character.FORMAT) {
                key.append(blank ? ' ' : next);
            }
        }
        return key.toString().strip().toLowerCase(Locale.ROOT);
    }
}
