package dev.dealsdk.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A parsed OpenAPI document. Immutable as long as nobody changes {@link #root()}. */
record OpenApi(JsonNode root) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Reads a resource that lies beside this class. */
    static OpenApi load(String resource) {
        try (InputStream source = OpenApi.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new OpenApi(Json.yaml(source));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
        }
    }

    /** Those with fewer open places first, so that the first match is the one meant. */
    List<ContractOperation> operations() {
        List<ContractOperation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(ContractOperation.of(this, path.getKey(), method));
                    }
                }));
        operations.sort(
                Comparator.comparingInt(operation -> operation.template().places()));
        return List.copyOf(operations);
    }

    /** The node at a JSON pointer; missing, not null, when there is none. */
    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The pointer itself, or where the reference at its end leads. */
    String follow(String pointer) {
        JsonNode reference = at(pointer).path("$ref");
        return reference.isTextual() ? follow(reference.asText().substring(1)) : pointer;
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
