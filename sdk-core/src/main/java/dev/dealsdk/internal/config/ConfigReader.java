package dev.dealsdk.internal.config;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.internal.value.Secrets;
import dev.dealsdk.internal.value.ValueFault;
import dev.dealsdk.internal.value.ValueKind;
import dev.dealsdk.internal.value.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Goes through the sources, highest first, and tells all faults at once. An unknown key is a fault in what is written for
 * the SDK alone: files, maps, the builder. Variables and system properties may belong to others who use the same prefix:
 * there it is a fault only where it is one letter away from a known key, and else a warning. A value that a higher source
 * replaces is not looked at.
 */
public final class ConfigReader {
    private static final Source NO_FILE =
            Source.file("system properties and environment (there is no deals.properties)");

    private static final String TOP = "";

    private final ConfigSources sources;
    private final Faults faults = new Faults();
    private final List<Setting> found = new ArrayList<>();
    /** Those of another configuration, which has checked them. */
    private final List<Setting> sound = new ArrayList<>();
    /** False if there is a file, but what it says is not known. */
    private boolean fileKnown = true;
    /** Whether the configuration is for looking at, without the secrets of where it runs. */
    private boolean keepsUnsetCredentials;

    private ConfigReader(ConfigSources sources) {
        this.sources = sources;
    }

    /** All sources, with the file that is found. */
    public static ConfigTree load(ConfigSources sources, Map<String, String> builder) {
        ConfigReader reader = new ConfigReader(sources);
        for (Map.Entry<String, String> setting : builder.entrySet()) {
            reader.add(setting.getKey(), setting.getValue(), Source.builder());
        }
        reader.addSystemProperties();
        Optional<ConfigFile> file = reader.findFile();
        if (file.isPresent()) {
            reader.addFile(file.get());
        }
        reader.addEnvironment();
        return reader.resolve(file.isPresent() ? file.get().source() : NO_FILE);
    }

    /** System properties, environment, and this file, whatever {@code deals.config} says. */
    public static ConfigTree load(ConfigSources sources, Path path) {
        ConfigReader reader = new ConfigReader(sources);
        ConfigFile file = ConfigFile.at(path, path.toString());
        reader.addSystemProperties();
        reader.addFile(file);
        reader.addEnvironment();
        reader.found.removeIf(setting -> setting.name().key() == ConfigKey.CONFIG);
        return reader.resolve(file.source());
    }

    /** The builder and this file; a credential whose environment variable is not set here keeps its text. */
    public static ConfigTree loadOnly(ConfigSources sources, Path path, Map<String, String> builder) {
        ConfigReader reader = new ConfigReader(sources);
        reader.keepsUnsetCredentials = true;
        builder.forEach((key, text) -> reader.add(key, text, Source.builder()));
        ConfigFile file = ConfigFile.at(path, path.toString());
        reader.addFile(file);
        return reader.resolve(file.source());
    }

    /** The map alone, and the environment variables its values name. */
    public static ConfigTree from(ConfigSources sources, Map<String, String> map) {
        ConfigReader reader = new ConfigReader(sources);
        Map<String, String> ours = new TreeMap<>();
        map.forEach((key, text) -> reader.collect(key, text, ours));
        ours.forEach((key, text) -> reader.add(key, text, Source.map()));
        return reader.resolve(Source.map());
    }

    /**
     * What another configuration says without some keys, and the builder over it. No other source is looked at, and variables that the other one
     * named are not looked up again.
     */
    public static ConfigTree over(
            ConfigSources sources, ConfigTree base, Map<String, String> builder, Set<String> unset) {
        ConfigReader reader = new ConfigReader(sources);
        builder.forEach((key, text) -> reader.add(key, text, Source.builder()));
        if (builder.containsKey(ConfigKey.CONFIG.key())) {
            reader.faults.add(Source.builder(), ConfigKey.CONFIG.key(), "cannot be set here, since no file is read");
        }
        base.all().stream()
                .filter(setting -> !unset.contains(setting.name().full()))
                .forEach(reader.sound::add);
        // Behind the builder's: of two values from a builder the first one counts.
        reader.found.addAll(reader.sound);
        return reader.resolve(base.settings().connection(), base.origin());
    }

    /** Of a map, in which programs put what another call returned; that may be null. */
    private void collect(@Nullable String key, @Nullable String text, Map<String, String> ours) {
        if (key == null) {
            faults.add(Source.map(), "holds a null key; leave it out");
        } else if (isOurs(key) && text == null) {
            faults.add(Source.map(), key, "is null; write a value, or leave the key out");
        } else if (isOurs(key) && text != null) {
            ours.put(key, text);
        }
    }

    private void addSystemProperties() {
        for (Map.Entry<String, String> property : new TreeMap<>(sources.systemProperties()).entrySet()) {
            String key = property.getKey();
            if (isOurs(key) && KeyName.parse(key).isEmpty() && !KeySuggestions.isSlip(key)) {
                ignore("system property " + key, KeySuggestions.forKey(key));
            } else if (isOurs(key)) {
                add(key, property.getValue(), Source.systemProperty(key));
            }
        }
    }

    private void addFile(ConfigFile file) {
        Optional<List<PropertiesText.Line>> lines = file.lines(faults);
        fileKnown = lines.isPresent();
        for (PropertiesText.Line line : lines.orElse(List.of())) {
            if (isOurs(line.key())) {
                add(line.key(), line.value(), file.source().atLine(line.number()));
            }
        }
    }

    /** Last of all, since what a variable means depends on the names that the other sources use. */
    private void addEnvironment() {
        SortedMap<String, String> ours = new TreeMap<>();
        for (Map.Entry<String, String> variable : sources.environment().entrySet()) {
            if (variable.getKey().startsWith(EnvironmentNames.PREFIX)
                    && isWritten(variable.getValue())
                    && !ServiceLinks.isOne(variable.getKey(), sources.environment())) {
                ours.put(variable.getKey(), variable.getValue());
            }
        }
        if (!ours.isEmpty()) {
            addEnvironment(ours);
        }
    }

    private void addEnvironment(SortedMap<String, String> ours) {
        EnvironmentNames names =
                new EnvironmentNames(found.stream().map(Setting::name).toList());
        ours.forEach((variable, text) -> {
            Source source = Source.environment(variable);
            names.key(variable)
                    .ifPresentOrElse(
                            name -> found.add(new Setting(name, text, source)), () -> unknown(variable, source));
        });
    }

    /** An empty variable is one that a script or a deployment sets to nothing; it hides nothing either. */
    private static boolean isWritten(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private void unknown(String variable, Source source) {
        String suggestion = KeySuggestions.forVariable(variable);
        if (KeySuggestions.isSlipOfVariable(variable)) {
            faults.add(source, "unknown key; " + suggestion);
        } else {
            ignore("environment variable " + variable, suggestion);
        }
    }

    /** Of something that somebody else may have set for a purpose of their own. */
    private static void ignore(String what, String suggestion) {
        // Not a constant: finding a logger is a good part of a first call, and here there is hardly ever anything to
        // tell.
        LoggerFactory.getLogger(ConfigReader.class)
                .warn(
                        "{} is no key of the Deals SDK and is ignored; {}",
                        what.replaceAll("\\p{Cntrl}", "?"),
                        suggestion.replaceAll("\\p{Cntrl}", "?"));
    }

    /** Files and maps may hold what belongs to others; a prefix in the wrong case is ours all the same. */
    private static boolean isOurs(String key) {
        return key.regionMatches(true, 0, KeyName.PREFIX, 0, KeyName.PREFIX.length());
    }

    private void add(String key, String text, Source source) {
        Optional<KeyName> name = KeyName.parse(key);
        if (name.isEmpty()) {
            faults.add(source, key, "unknown key; " + KeySuggestions.forKey(key));
        } else if (name.get().key() == ConfigKey.CONFIG && source.rank() == Source.Rank.TEXT) {
            faults.add(
                    source,
                    key,
                    "cannot be set here, since it chooses the file; set it as system property deals.config or environment"
                            + " variable DEALS_CONFIG");
        } else {
            found.add(new Setting(name.get(), text, source));
        }
    }

    /** The one that {@code deals.config} names has no stand-in: if it is missing, no other file is looked for. */
    private Optional<ConfigFile> findFile() {
        Setting choice = configVariable();
        for (Setting setting : found) {
            if (setting.name().key() == ConfigKey.CONFIG
                    && (choice == null || setting.source().compareTo(choice.source()) < 0)) {
                choice = setting;
            }
        }
        if (choice == null) {
            return ConfigFile.byName(sources);
        }
        try {
            String path = sound(choice).text();
            Path file = sources.workingDirectory().resolve(Values.path(path));
            return Optional.of(ConfigFile.namedBy(choice.source(), file, path));
        } catch (ValueFault toldWithTheOthers) {
            fileKnown = false;
            return Optional.empty();
        }
    }

    private @Nullable Setting configVariable() {
        String variable = EnvironmentNames.variable(ConfigKey.CONFIG.key());
        String path = sources.environment().get(variable);
        return path != null && isWritten(path)
                ? new Setting(new KeyName("", ConfigKey.CONFIG, ""), path, Source.environment(variable))
                : null;
    }

    private ConfigTree resolve(Source origin) {
        return resolve(TOP, origin.text());
    }

    /** @param level the connection whose settings are at the top level here; blank for none */
    private ConfigTree resolve(String level, String origin) {
        Map<KeyName, Setting> winners = new LinkedHashMap<>();
        Collections.sort(found);
        for (Setting setting : found) {
            winners.putIfAbsent(setting.name(), setting);
        }
        List<Setting> ofTop = new ArrayList<>();
        Map<String, List<Setting>> byConnection = new TreeMap<>();
        for (Setting setting : winners.values()) {
            String connection = setting.name().connection();
            List<Setting> settings = connection.equals(TOP)
                    ? ofTop
                    : byConnection.computeIfAbsent(connection, added -> new ArrayList<>());
            settings.add(checked(setting));
        }
        Scope top = Scope.of(level, ofTop);
        ScopeCheck.check(top, faults);
        SortedMap<String, Scope> connections = new TreeMap<>();
        for (Map.Entry<String, List<Setting>> settings : byConnection.entrySet()) {
            Scope own = Scope.of(settings.getKey(), settings.getValue());
            connections.put(settings.getKey(), own);
            ScopeCheck.check(own.inheriting(top), faults);
        }
        return withoutFaults(new ConfigTree(top, connections, origin));
    }

    /** What is missing may still be added before connecting; it is no fault alone, but is told with the others. */
    private ConfigTree withoutFaults(ConfigTree tree) {
        if (faults.isEmpty()) {
            return tree;
        }
        List<String> lines = new ArrayList<>(faults.lines());
        if (fileKnown && tree.connections().isEmpty()) {
            lines.addAll(tree.missing());
        } else if (fileKnown) {
            tree.connections()
                    .forEach(name -> lines.addAll(tree.connection(name).missing()));
        }
        throw new ConfigurationException(lines);
    }

    private Setting checked(Setting setting) {
        if (sound.contains(setting)) {
            return setting;
        }
        try {
            return sound(setting);
        } catch (ValueFault fault) {
            faults.add(setting.source(), setting.name().full(), fault.problem());
            return setting;
        }
    }

    private Setting sound(Setting setting) {
        ValueKind kind = setting.name().key().kind();
        boolean kept = keepsUnsetCredentials
                && setting.name().key().isCredential()
                && Placeholders.namesUnset(setting.text(), sources.environment());
        String text = setting.source().hasPlaceholders() && !kept
                ? Placeholders.replace(setting.text(), sources.environment())
                : setting.text();
        String trimmed = kind.isSecret() ? Secrets.trimmed(text) : text.strip();
        if (!kept) {
            kind.check(trimmed);
        }
        return setting.withText(trimmed);
    }
}
