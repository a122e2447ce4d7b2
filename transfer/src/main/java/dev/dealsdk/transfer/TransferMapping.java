package dev.dealsdk.transfer;

import dev.dealsdk.DealField;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The decisions how stages, owners, fields and closed deals are transferred. Immutable.
 *
 * <p>{@link TransferPlan#writeMapping} writes a complete, commented file. Replace each {@code ?} in it with a decision and load it
 * with {@link #load}.
 *
 * <table>
 * <caption>Keys of the file, a properties file in UTF-8</caption>
 * <tr><th>Key</th><th>Values</th></tr>
 * <tr><td>{@code closed}</td><td>{@code recreate}: create closed deals and close them again; {@code open-only}: create them and
 * leave them open; {@code skip}: do not transfer them</td></tr>
 * <tr><td>{@code account}</td><td>the name of the source account in references, {@code provider:account:id}; a short hash by
 * default</td></tr>
 * <tr><td>{@code field.FIELD}</td><td>{@code same} or {@code drop}, with FIELD as in {@code deals.drop}. {@code contact-id}, {@code
 * company-id} and {@code line-items} also take {@code map}: the keys below then map each id</td></tr>
 * <tr><td>{@code contact.ID}, {@code company.ID}, {@code item.ID}</td><td>the id at the target, {@code same} or {@code
 * drop}</td></tr>
 * <tr><td>{@code stage.ID}</td><td>the alias, name or id of a stage of the target; {@code -} lets the target choose</td></tr>
 * <tr><td>{@code owner.ID}, {@code lost-reason.TEXT}</td><td>the owner or reason at the target, {@code same} or {@code
 * drop}</td></tr>
 * <tr><td>{@code custom.KEY}, {@code extra.NAME}</td><td>{@code custom:KEY} or {@code extra:NAME} of the target, {@code text:KEY}
 * for a custom field that stores the value as text, or {@code drop}</td></tr>
 * </table>
 *
 * <p>{@code *} in place of a name applies to all names without a line of their own. {@code ?} marks an open decision: a run refuses
 * to start with one.
 */
public final class TransferMapping {
    static final String UNDECIDED = "?";
    static final String DROP = "drop";
    static final String SAME = "same";
    static final String MAP = "map";
    static final String INVALID = "the mapping is invalid; correct these lines";
    static final String TO_TARGET = "-";
    private static final Set<String> GROUPS =
            Set.of("field", "stage", "owner", "contact", "company", "item", "lost-reason", "custom", "extra");
    private static final TransferMapping EMPTY = new TransferMapping(new TreeMap<>());

    private final SortedMap<String, String> lines;

    private TransferMapping(SortedMap<String, String> lines) {
        this.lines = lines;
    }

    /** How won and lost deals are transferred. */
    public enum Closed {
        /** They are created and closed again, which may start workflows at the target. */
        RECREATE,
        /** They are created and left open. */
        OPEN_ONLY,
        /** They are not transferred. */
        SKIP;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@return a mapping without decisions} */
    public static TransferMapping empty() {
        return EMPTY;
    }

    /**
     * {@return the mapping of a file}
     *
     * @param file a properties file in UTF-8
     * @throws TransferException if a key or a value is invalid; it lists all such lines
     * @throws UncheckedIOException if the file cannot be read
     */
    public static TransferMapping load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the mapping file " + file + ": " + unreadable, unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new TransferException(
                    TransferException.Kind.INVALID_MAPPING,
                    "cannot read the mapping file " + file + ": " + malformed.getMessage(),
                    malformed);
        }
        Map<String, String> lines = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
        return of(lines);
    }

    /**
     * {@return the mapping of these lines}
     *
     * @param lines values by key, as in a mapping file
     * @throws TransferException if a key or a value is invalid; it lists all such lines
     */
    public static TransferMapping of(Map<String, String> lines) {
        SortedMap<String, String> kept = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        lines.forEach((key, value) -> {
            String text = value.strip();
            check(key, text).ifPresent(fault -> faults.add(key + ": " + fault));
            kept.put(key, text);
        });
        if (!faults.isEmpty()) {
            throw new TransferException(TransferException.Kind.INVALID_MAPPING, INVALID, List.copyOf(faults));
        }
        return new TransferMapping(kept);
    }

    private static Optional<String> check(String key, String value) {
        if (value.isEmpty()) {
            return Optional.of("has no value; write " + UNDECIDED + " if it is not decided yet");
        }
        if (value.equals(UNDECIDED) && (key.equals("closed") || key.indexOf('.') > 0)) {
            return Optional.empty();
        }
        if (key.equals("closed")) {
            return closed(value).isPresent()
                    ? Optional.empty()
                    : Optional.of("\"" + value + "\" is not valid; write recreate, open-only or skip");
        }
        if (key.equals("account")) {
            return value.indexOf(':') < 0
                    ? Optional.empty()
                    : Optional.of("must not contain a colon, which separates the parts of a reference");
        }
        int dot = key.indexOf('.');
        String group = dot < 0 ? key : key.substring(0, dot);
        if (dot < 0 || dot == key.length() - 1 || !GROUPS.contains(group)) {
            return Optional.of("unknown key; the keys are closed, account, "
                    + GROUPS.stream().sorted().map(name -> name + ".NAME").collect(Collectors.joining(", ")));
        }
        return switch (group) {
            case "field" ->
                !key.equals("field.*") && Fields.field(key.substring(dot + 1)).isEmpty()
                        ? Optional.of("unknown field; the fields are " + String.join(", ", Fields.names()))
                        : decision(key.substring(dot + 1), value);
            case "custom", "extra" ->
                value.equals(DROP) || value.matches("(custom|extra|text):.+")
                        ? Optional.empty()
                        : Optional.of("\"" + value + "\" is not valid; write custom:KEY, text:KEY, extra:NAME or drop");
            default -> Optional.empty();
        };
    }

    private static Optional<String> decision(String field, String value) {
        boolean isRecord = Fields.field(field).filter(Fields::isRecord).isPresent();
        if (value.equals(SAME) || value.equals(DROP) || (isRecord && value.equals(MAP))) {
            return Optional.empty();
        }
        return Optional.of(
                "\"" + value + "\" is not valid; write " + (isRecord ? "same, map or drop" : "same or drop"));
    }

    private static Optional<Closed> closed(String value) {
        for (Closed closed : Closed.values()) {
            if (closed.key().equals(value)) {
                return Optional.of(closed);
            }
        }
        return Optional.empty();
    }

    /** {@return how won and lost deals are transferred; empty while this is undecided} */
    public Optional<Closed> closed() {
        return line("closed").flatMap(TransferMapping::closed);
    }

    /** {@return the values as written, sorted by key} */
    public Map<String, String> lines() {
        return java.util.Collections.unmodifiableMap(lines);
    }

    /** {@return the keys with the value {@code ?}, sorted} */
    public Set<String> undecided() {
        Set<String> open = new LinkedHashSet<>();
        lines.forEach((key, value) -> {
            if (value.equals(UNDECIDED)) {
                open.add(key);
            }
        });
        return open;
    }

    Optional<String> account() {
        return line("account");
    }

    Optional<String> field(DealField field) {
        return line("field", Fields.name(field));
    }

    Optional<String> line(String group, String name) {
        return line(group + "." + name).or(() -> line(group + ".*"));
    }

    private Optional<String> line(String key) {
        return Optional.ofNullable(lines.get(key)).filter(value -> !value.equals(UNDECIDED));
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    /** The same for two mappings that say the same. */
    String hash() {
        return HexFormat.of()
                .formatHex(Fingerprints.sha256().digest(lines.toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransferMapping that && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return "TransferMapping" + lines;
    }
}
