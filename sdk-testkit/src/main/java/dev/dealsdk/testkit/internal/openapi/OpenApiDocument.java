package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A parsed OpenAPI document. Immutable as long as nobody changes {@link #root()}. */
public record OpenApiDocument(JsonNode root) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Reads the document of one of our simulators. */
    public static OpenApiDocument load(String resource) {
        try (InputStream source = OpenApiDocument.class.getResourceAsStream("/dev/dealsdk/testkit/" + resource)) {
            if (source == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return read(source);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
        }
    }

    /** Reads YAML, which JSON is a part of. */
    public static OpenApiDocument read(InputStream source) {
        return new OpenApiDocument(Json.yaml(source));
    }

    /** Those with fewer open places first, so that the first match is the one meant. */
    List<OpenApiOperation> operations() {
        List<OpenApiOperation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(OpenApiOperation.of(this, path.getKey(), method));
                    }
                }));
        operations.sort(
                Comparator.comparingInt(operation -> operation.template().places()));
        return List.copyOf(operations);
    }

    /** The node at a JSON pointer; missing, not null, when there is none. */
    public JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The pointer itself, or where the reference at its end leads. */
    String follow(String pointer) {
        JsonNode reference = at(pointer).path("$ref");
        return reference.isTextual() ? follow(reference.asText().substring(1)) : pointer;
    }

    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
