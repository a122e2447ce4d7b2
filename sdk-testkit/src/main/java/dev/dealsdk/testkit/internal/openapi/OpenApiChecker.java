package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks requests and responses against a vendor's OpenAPI document. Immutable, shared by all simulators of the vendor.
 *
 * <p>Requests are judged strictly, see {@link StrictSchemas}; responses as JSON Schema says. Error responses with a status
 * the document does not list pass, since no contract lists them all; an unlisted success does not. Headers other than
 * the content type are not judged.
 */
public final class OpenApiChecker {
    private final OpenApiDocument document;
    private final List<OpenApiOperation> operations;
    private final OpenApiSchemas strict;
    private final OpenApiSchemas open;

    public OpenApiChecker(OpenApiDocument document) {
        this.document = document;
        this.operations = document.operations();
        this.strict = new OpenApiSchemas(StrictSchemas.close(document.root()));
        this.open = new OpenApiSchemas(document.root());
    }

    /** What is wrong with a request, one sentence each. */
    public List<String> request(SimulatorRequest request) {
        List<String> problems = new ArrayList<>();
        operation(request)
                .ifPresentOrElse(
                        operation -> {
                            checkPath(operation, request, problems);
                            checkQuery(operation, request, problems);
                            checkRequestBody(operation, request, problems);
                        },
                        () -> problems.add("no such operation"));
        return sentences("request", request, problems);
    }

    /** What is wrong with a response to a request, one sentence each. */
    public List<String> response(SimulatorRequest request, SimulatorResponse response) {
        List<String> problems = new ArrayList<>();
        operation(request).ifPresent(operation -> checkResponse(operation, response, problems));
        return sentences("response " + response.status() + " to", request, problems);
    }

    /** Whether a value fits one of the named schemas under {@code components}. */
    public boolean fits(String schema, Object value) {
        return open.problems("/components/schemas/" + schema, Json.tree(Json.text(value)))
                .isEmpty();
    }

    private Optional<OpenApiOperation> operation(SimulatorRequest request) {
        return operations.stream()
                .filter(operation -> operation.declares(request))
                .findFirst();
    }

    private void checkPath(OpenApiOperation operation, SimulatorRequest request, List<String> problems) {
        Map<String, String> places = operation.template().match(request.path()).orElse(Map.of());
        operation
                .pathSchemas()
                .forEach((name, schema) -> strict.problems(schema, TextNode.valueOf(places.getOrDefault(name, "")))
                        .forEach(problem -> problems.add("path parameter " + name + " " + problem)));
    }

    private void checkQuery(OpenApiOperation operation, SimulatorRequest request, List<String> problems) {
        Map<String, OpenApiOperation.Parameter> declared = operation.queryParameters();
        request.query().forEach((name, values) -> {
            OpenApiOperation.Parameter parameter = declared.get(name);
            if (parameter == null) {
                problems.add("query parameter " + name + " is not in the contract");
            } else if (values.size() > 1 && !parameter.type().equals("array")) {
                problems.add("query parameter " + name + " is given " + values.size() + " times");
            } else {
                strict.problems(parameter.schema(), QueryValue.read(parameter.type(), values))
                        .forEach(problem -> problems.add("query parameter " + name + " " + problem));
            }
        });
        declared.forEach((name, parameter) -> {
            if (parameter.required() && !request.query().containsKey(name)) {
                problems.add("query parameter " + name + " is missing");
            }
        });
    }

    private void checkRequestBody(OpenApiOperation operation, SimulatorRequest request, List<String> problems) {
        Optional<String> content = operation.content(document, "requestBody");
        if (content.isEmpty()) {
            if (!request.body().isEmpty()) {
                problems.add("no body is expected");
            }
            return;
        }
        if (request.body().isEmpty()) {
            if (operation.requiresBody(document)) {
                problems.add("a body is required");
            }
            return;
        }
        checkBody(strict, content.get(), request.header("Content-Type"), request.body(), problems);
    }

    private void checkResponse(OpenApiOperation operation, SimulatorResponse response, List<String> problems) {
        Optional<String> part = operation.response(document, response.status());
        if (part.isEmpty()) {
            if (response.status() < 400) {
                problems.add("the status is not in the contract");
            }
            return;
        }
        Optional<String> content = operation.content(document, part.get());
        if (content.isPresent() && response.body().isPresent()) {
            Optional<String> type = Optional.ofNullable(response.headers().get("Content-Type"));
            checkBody(open, content.get(), type, response.body().get(), problems);
        } else if (content.isPresent() != response.body().isPresent()) {
            problems.add(content.isPresent() ? "a body is required" : "no body is expected");
        }
    }

    private void checkBody(
            OpenApiSchemas schemas, String content, Optional<String> type, String body, List<String> problems) {
        String mediaType = type.map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
        String described = content + "/" + OpenApiDocument.escape(mediaType);
        JsonNode value = Json.tree(body);
        if (document.at(described).isMissingNode()) {
            problems.add("content type " + mediaType + " is not in the contract");
        } else if (value.isMissingNode()) {
            problems.add("body is not JSON");
        } else {
            schemas.problems(described + "/schema", value).forEach(problem -> problems.add("body " + problem));
        }
    }

    private static List<String> sentences(String subject, SimulatorRequest request, List<String> problems) {
        return problems.stream()
                .map(problem -> subject + " " + request.method() + " " + request.path() + ": " + problem)
                .toList();
    }
}
