package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Closes the object schemas of a contract, so that a name the contract does not list is an error.
 *
 * <p>JSON Schema lets unknown members pass, and vendors ignore them; both would hide a misspelt field. A schema that
 * lists no members at all, such as {@code custom_fields}, stays open. Members of an {@code allOf} written in place stay
 * open too, since each would refuse the names of the others.
 */
final class StrictSchemas {
    private StrictSchemas() {}

    /** A closed copy; the original stays as it is. */
    static JsonNode close(JsonNode contract) {
        JsonNode copy = contract.deepCopy();
        closeAll(copy);
        return copy;
    }

    private static void closeAll(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        node.properties().forEach(member -> {
            switch (member.getKey()) {
                // What lies below is a map of names, not a schema, even if one of the names is "properties".
                case "properties" -> member.getValue().forEach(StrictSchemas::closeAll);
                case "allOf" -> member.getValue().forEach(part -> part.forEach(StrictSchemas::closeAll));
                case "example", "examples" -> {}
                default -> closeAll(member.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(StrictSchemas::closeAll);
        }
    }
}
