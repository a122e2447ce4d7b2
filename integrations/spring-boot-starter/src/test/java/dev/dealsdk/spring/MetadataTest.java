package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Editors complete and explain the keys of the SDK, all of them and no others: as the table of docs/configuration.md has them,
 * which is the SDK's own list of keys.
 */
final class MetadataTest {
    private static final Path TABLE = Path.of("..", "..", "docs", "configuration.md");
    private static final Path ADDITIONAL =
            Path.of("src", "main", "resources", "META-INF", "additional-spring-configuration-metadata.json");

    /** Boot reads files its own way. */
    private static final Set<String> NOT_IN_BOOT = Set.of("deals.config");

    /** A row of the table. */
    private record Key(String name, String meaning, String values, String standard) {}

    @Test
    void additionalMetadata_ofEveryKey_saysWhatTheTableSays() throws IOException {
        String expected = additionalMetadata();
        Path made = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve(ADDITIONAL.getFileName()), expected);

        assertThat(Files.readString(ADDITIONAL))
                .as("copy %s, where the table has changed", made)
                .isEqualTo(expected);
    }

    @Test
    void metadata_thatBootMakes_hasEveryKey() throws IOException {
        Map<String, String> described = new TreeMap<>();
        for (Map<?, ?> property : properties(metadata())) {
            described.put(String.valueOf(property.get("name")), String.valueOf(property.get("description")));
        }

        Set<String> expected = new TreeSet<>(Set.of("deals.problem-details.enabled"));
        keys().forEach(key -> expected.add(property(key)));
        assertThat(described.keySet()).as("the components of DealsProperties").containsExactlyElementsOf(expected);
        assertThat(described)
                .as("descriptions")
                .noneSatisfy((name, text) -> assertThat(text).isIn("", "null"));
    }

    @Test
    void metadata_thatBootMakes_hasTheDefaults() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (Map<?, ?> property : properties(metadata())) {
            if (property.containsKey("defaultValue")) {
                defaults.put(String.valueOf(property.get("name")), String.valueOf(property.get("defaultValue")));
            }
        }

        Map<String, String> expected = new TreeMap<>(Map.of("deals.problem-details.enabled", "false"));
        keys().stream()
                .filter(key -> !key.standard().isEmpty())
                .forEach(key -> expected.put(key.name(), key.standard()));
        assertThat(defaults).isEqualTo(expected);
    }

    private static String additionalMetadata() throws IOException {
        List<String> properties = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        for (Key key : keys()) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("name", property(key));
            members.put("description", key.meaning() + ".");
            if (!key.standard().isEmpty()) {
                members.put("defaultValue", key.standard());
            }
            properties.add(object(members));
            String values = hints(key);
            if (!values.isEmpty()) {
                hints.add("{\"name\": \"" + property(key) + "\", \"values\": [" + values + "]"
                        + (isOpen(key) ? ", " + "\"providers\": [{\"name\": \"any\"}]" : "") + "}");
            }
        }
        Map<String, String> ofTheStarter = new LinkedHashMap<>();
        ofTheStarter.put("name", "deals.problem-details.enabled");
        ofTheStarter.put("type", "java.lang.Boolean");
        ofTheStarter.put("description", "Whether a web application responds to failed calls with problem details.");
        ofTheStarter.put("defaultValue", "false");
        properties.add(object(ofTheStarter).replace("\"false\"", "false"));
        return "{\n  \"properties\": [\n    " + String.join(",\n    ", properties) + "\n  ],\n  \"hints\": [\n    "
                + String.join(",\n    ", hints) + "\n  ]\n}\n";
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": \""
                        + member.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The values that an editor offers. */
    private static String hints(Key key) {
        Stream<String> values = Stream.of();
        if (key.values().equals("true or false")) {
            values = Stream.of("true", "false");
        } else if (key.values().startsWith("operations")) {
            values = Arrays.stream(Operation.values()).map(Operation::key);
        } else if (key.name().equals("deals.provider")) {
            values = Stream.of("backside", "play2sell", "stardex", "stora");
        }
        return values.map(value -> "{\"value\": \"" + value + "\"}").collect(Collectors.joining(", "));
    }

    /** Other providers may be on the class path. */
    private static boolean isOpen(Key key) {
        return key.name().equals("deals.provider");
    }

    /** Of a key that ends in a name of the user's choice, the map that holds them. */
    private static String property(Key key) {
        return key.name().replaceFirst("\\.[A-Z]+(\\.\\*)?$", "");
    }

    private static List<Key> keys() throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            if (line.startsWith("| `deals.")) {
                Key key = new Key(text(cells[1]), text(cells[2]), text(cells[3]), text(cells[4]));
                if (!NOT_IN_BOOT.contains(key.name())) {
                    keys.add(key);
                }
            }
        }
        assertThat(keys).as("rows of %s", TABLE).hasSizeGreaterThan(25);
        return keys;
    }

    private static String text(String cell) {
        return cell.strip().replace("`", "").replace("\\|", "|");
    }

    private static Map<String, Object> metadata() throws IOException {
        try (InputStream in =
                DealsProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            byte[] json = Objects.requireNonNull(in, "made by the annotation processor")
                    .readAllBytes();
            return JsonParserFactory.getJsonParser().parseMap(new String(json, StandardCharsets.UTF_8));
        }
    }

    private static List<Map<?, ?>> properties(Map<String, Object> metadata) {
        List<Map<?, ?>> properties = new ArrayList<>();
        for (Object property : (List<?>) Objects.requireNonNull(metadata.get("properties"))) {
            if (String.valueOf(((Map<?, ?>) property).get("name")).startsWith("deals.")) {
                properties.add((Map<?, ?>) property);
            }
        }
        return properties;
    }
}
