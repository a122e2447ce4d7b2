package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.internal.http.PathTemplate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One method on one path of a contract. Schemas are named by JSON pointers into the document.
 *
 * @param pathSchemas path parameter name to schema
 * @param queryParameters query parameter name to its description in the document
 */
record OpenApiOperation(
        String method,
        PathTemplate template,
        String pointer,
        JsonNode node,
        Map<String, String> pathSchemas,
        Map<String, Parameter> queryParameters) {

    static OpenApiOperation of(OpenApiDocument document, String path, String method) {
        String pathPointer = "/paths/" + OpenApiDocument.escape(path);
        String pointer = pathPointer + "/" + method;
        Map<String, String> inPath = new LinkedHashMap<>();
        Map<String, Parameter> inQuery = new LinkedHashMap<>();
        // Those of the operation come last and so replace those of the path.
        for (String parameters : new String[] {pathPointer + "/parameters", pointer + "/parameters"}) {
            for (int i = 0; i < document.at(parameters).size(); i++) {
                String parameter = document.follow(parameters + "/" + i);
                JsonNode node = document.at(parameter);
                String name = node.path("name").asText();
                switch (node.path("in").asText()) {
                    case "path" -> inPath.put(name, parameter + "/schema");
                    case "query" -> inQuery.put(name, Parameter.of(document, parameter));
                    default -> {}
                }
            }
        }
        return new OpenApiOperation(
                method.toUpperCase(Locale.ROOT),
                new PathTemplate(path),
                pointer,
                document.at(pointer),
                inPath,
                inQuery);
    }

    boolean declares(SimulatorRequest request) {
        return method.equals(request.method()) && template.match(request.path()).isPresent();
    }

    /** Where the request body or a response is described, by content type; empty when it has no body at all. */
    Optional<String> content(OpenApiDocument document, String part) {
        String content = document.follow(pointer + "/" + part) + "/content";
        return document.at(content).isMissingNode() ? Optional.empty() : Optional.of(content);
    }

    /** Whether a request without a body is a breach; a body is optional unless the document says otherwise. */
    boolean requiresBody(OpenApiDocument document) {
        return document.at(document.follow(pointer + "/requestBody") + "/required")
                .asBoolean();
    }

    /** Where the response with a status is described: by the status itself, or by its range such as {@code 2XX}. */
    Optional<String> response(OpenApiDocument document, int status) {
        return Stream.of("responses/" + status, "responses/" + status / 100 + "XX")
                .filter(part -> !document.at(pointer + "/" + part).isMissingNode())
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + template.text();
    }

    /** A query parameter: where its schema is, and how its text is to be read. */
    record Parameter(String schema, boolean required, String type) {
        static Parameter of(OpenApiDocument document, String pointer) {
            String schema = document.follow(pointer + "/schema");
            JsonNode node = document.at(pointer);
            String type = document.at(schema).path("type").asText();
            return new Parameter(schema, node.path("required").asBoolean(), type);
        }
    }
}
