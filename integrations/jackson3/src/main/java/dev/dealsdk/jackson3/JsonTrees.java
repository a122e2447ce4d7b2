package dev.dealsdk.jackson3;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/** JSON as String, Boolean, {@link BigDecimal}, List, Map and null, to and from Jackson's tokens. */
final class JsonTrees {
    private JsonTrees() {}

    static void write(JsonGenerator out, @Nullable Object json) {
        if (json == null) {
            out.writeNull();
        } else if (json instanceof Map<?, ?> object) {
            out.writeStartObject();
            writeFields(out, object);
            out.writeEndObject();
        } else if (json instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(out, element);
            }
            out.writeEndArray();
        } else if (json instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (json instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(String.valueOf(json));
        }
    }

    static void writeFields(JsonGenerator out, Map<?, ?> object) {
        for (Map.Entry<?, ?> field : object.entrySet()) {
            out.writeName(String.valueOf(field.getKey()));
            write(out, field.getValue());
        }
    }

    /** Reads the value whose first token is the present one; an object that has been opened already counts. */
    static @Nullable Object read(JsonParser in, DeserializationContext context) {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                in.nextToken();
                yield readFields(in, context);
            }
            case PROPERTY_NAME, END_OBJECT -> readFields(in, context);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(in, context));
                }
                yield list;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in, context);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> context.handleUnexpectedToken(Object.class, in);
        };
    }

    private static Map<String, @Nullable Object> readFields(JsonParser in, DeserializationContext context) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (JsonToken token = in.currentToken(); token == JsonToken.PROPERTY_NAME; token = in.nextToken()) {
            String name = in.currentName();
            in.nextToken();
            object.put(name, read(in, context));
        }
        return object;
    }

    private static BigDecimal number(JsonParser in, DeserializationContext context) {
        try {
            return in.getDecimalValue();
        } catch (NumberFormatException notFinite) {
            return context.reportInputMismatch(BigDecimal.class, "%s is no number of JSON", in.getString());
        }
    }
}
