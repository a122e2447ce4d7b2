package dev.dealsdk.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds requests and answers against a vendor's OpenAPI document. Immutable, shared by all simulators of the vendor.
 *
 * <p>Requests are judged strictly, see {@link StrictContract}; answers as JSON Schema says. Error answers with a status
 * the document does not list pass, since no contract lists them all; an unlisted success does not. Headers other than
 * the content type are not judged.
 */
final class ContractCheck {
    private final OpenApi document;
    private final List<ContractOperation> operations;
    private final ContractSchemas strict;
    private final ContractSchemas open;

    ContractCheck(OpenApi document) {
        this.document = document;
        this.operations = document.operations();
        this.strict = new ContractSchemas(StrictContract.close(document.root()));
        this.open = new ContractSchemas(document.root());
    }

    /** What is wrong with a request, one sentence each. */
    List<String> request(Request request) {
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

    /** What is wrong with an answer to a request, one sentence each. */
    List<String> answer(Request request, Answer answer) {
        List<String> problems = new ArrayList<>();
        operation(request).ifPresent(operation -> checkAnswer(operation, answer, problems));
        return sentences("answer " + answer.status() + " to", request, problems);
    }

    /** Whether a value fits one of the named schemas under {@code components}. */
    boolean fits(String schema, Object value) {
        return open.problems("/components/schemas/" + schema, Json.tree(Json.text(value)))
                .isEmpty();
    }

    private Optional<ContractOperation> operation(Request request) {
        return operations.stream()
                .filter(operation -> operation.declares(request))
                .findFirst();
    }

    private void checkPath(ContractOperation operation, Request request, List<String> problems) {
        Map<String, String> places = operation.template().match(request.path()).orElse(Map.of());
        operation
                .pathSchemas()
                .forEach((name, schema) -> strict.problems(schema, TextNode.valueOf(places.getOrDefault(name, "")))
                        .forEach(problem -> problems.add("path parameter " + name + " " + problem)));
    }

    private void checkQuery(ContractOperation operation, Request request, List<String> problems) {
        Map<String, ContractOperation.Parameter> declared = operation.queryParameters();
        request.query().forEach((name, values) -> {
            ContractOperation.Parameter parameter = declared.get(name);
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

    private void checkRequestBody(ContractOperation operation, Request request, List<String> problems) {
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

    private void checkAnswer(ContractOperation operation, Answer answer, List<String> problems) {
        Optional<String> part = operation.response(document, answer.status());
        if (part.isEmpty()) {
            if (answer.status() < 400) {
                problems.add("the status is not in the contract");
            }
            return;
        }
        Optional<String> content = operation.content(document, part.get());
        if (content.isPresent() && answer.body().isPresent()) {
            Optional<String> type = Optional.ofNullable(answer.headers().get("Content-Type"));
            checkBody(open, content.get(), type, answer.body().get(), problems);
        } else if (content.isPresent() != answer.body().isPresent()) {
            problems.add(content.isPresent() ? "a body is required" : "no body is expected");
        }
    }

    private void checkBody(
            ContractSchemas schemas, String content, Optional<String> type, String body, List<String> problems) {
        String mediaType = type.map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("none");
        String described = content + "/" + OpenApi.escape(mediaType);
        JsonNode value = Json.tree(body);
        if (document.at(described).isMissingNode()) {
            problems.add("content type " + mediaType + " is not in the contract");
        } else if (value.isMissingNode()) {
            problems.add("body is not JSON");
        } else {
            schemas.problems(described + "/schema", value).forEach(problem -> problems.add("body " + problem));
        }
    }

    private static List<String> sentences(String subject, Request request, List<String> problems) {
        return problems.stream()
                .map(problem -> subject + " " + request.method() + " " + request.path() + ": " + problem)
                .toList();
    }
}
