package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The schemas of one OpenAPI document, each compiled when first used. Thread-safe. */
final class OpenApiSchemas {
    private static final String DOCUMENT = "https://contract.invalid/openapi.json";

    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    OpenApiSchemas(JsonNode document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        this.registry = SchemaRegistry.withDialect(
                dialect(document),
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(DOCUMENT, document.toString())));
    }

    private static Dialect dialect(JsonNode document) {
        boolean old = document.path("openapi").asText().startsWith("3.0");
        // The library warns of every word that is no JSON Schema, and an OpenAPI document is full of them.
        return Dialect.builder(old ? Dialects.getOpenApi30() : Dialects.getOpenApi31())
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
                .build();
    }

    /** What is wrong with the value, in words, or an empty list. The pointer is a JSON pointer into the document. */
    List<String> problems(String pointer, JsonNode value) {
        List<Error> errors = compiled.computeIfAbsent(pointer, this::compile).validate(value);
        Map<String, List<Error>> alternatives = errors.stream()
                .filter(error -> alternative(error).isPresent())
                .collect(Collectors.groupingBy(
                        error -> alternative(error).orElse(""), TreeMap::new, Collectors.toList()));
        if (alternatives.isEmpty()) {
            return sentences(errors);
        }
        // Of several forms a body may take, only those it comes closest to are of interest.
        int fewest = alternatives.values().stream().mapToInt(List::size).min().orElse(0);
        return List.of(alternatives.values().stream()
                .filter(wrong -> wrong.size() == fewest)
                .map(wrong -> String.join(", ", sentences(wrong)))
                .collect(Collectors.joining("; or: ")));
    }

    /** Which branch of a {@code oneOf} at the top an error belongs to. */
    private static Optional<String> alternative(Error error) {
        NodePath path = error.getEvaluationPath();
        return path.getNameCount() > 2 && "oneOf".equals(path.getName(0))
                ? Optional.of(path.getName(1))
                : Optional.empty();
    }

    private Schema compile(String pointer) {
        return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer));
    }

    private static List<String> sentences(List<Error> errors) {
        return errors.stream().map(OpenApiSchemas::sentence).toList();
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        return place.isEmpty() ? error.getMessage() : place + " " + error.getMessage();
    }
}
