package dev.dealsdk.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds deals in a vendor's responses, whatever envelope they come in: all vendors call the id {@code id}. */
final class ResponseJson {
    private ResponseJson() {}

    /** Changes every record with this id wherever it stands. */
    static JsonNode changeRecord(JsonNode response, String id, Consumer<ObjectNode> change) {
        records(response, id).toList().forEach(change);
        return response;
    }

    static Stream<ObjectNode> records(JsonNode node, String id) {
        Stream<ObjectNode> self =
                node instanceof ObjectNode object && isRecord(object, Set.of(id)) ? Stream.of(object) : Stream.empty();
        return Stream.concat(self, children(node).flatMap(child -> records(child, id)));
    }

    /** The array that holds records with any of these ids. */
    static Optional<ArrayNode> listOf(JsonNode node, Set<String> ids) {
        if (node instanceof ArrayNode array && children(array).anyMatch(child -> isRecord(child, ids))) {
            return Optional.of(array);
        }
        return children(node).flatMap(child -> listOf(child, ids).stream()).findFirst();
    }

    static boolean isRecord(JsonNode node, Set<String> ids) {
        return node.isObject() && ids.contains(node.path("id").asText());
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
