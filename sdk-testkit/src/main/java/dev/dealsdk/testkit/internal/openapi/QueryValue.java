package dev.dealsdk.testkit.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.dealsdk.testkit.internal.json.Json;
import java.util.List;

/** Reads the text of a query parameter as the JSON type a contract gives it. */
final class QueryValue {
    private QueryValue() {}

    /** Text that is not of the type stays text, for the schema to refuse. */
    static JsonNode read(String type, List<String> values) {
        if (type.equals("array")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            values.forEach(array::add);
            return array;
        }
        String text = values.get(0);
        JsonNode value = Json.tree(text);
        boolean fits = switch (type) {
            case "integer", "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
        return fits ? value : TextNode.valueOf(text);
    }
}
