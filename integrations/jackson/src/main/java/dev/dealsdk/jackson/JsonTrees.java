package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as String, Boolean, {@link BigDecimal}, List, Map and null, to and from Jackson's tokens. */
final class JsonTrees {
    private JsonTrees() {}

    static void write(JsonGenerator out, @Nullable Object json) throws IOException {
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

    static void writeFields(JsonGenerator out, Map<?, ?> object) throws IOException {
        for (Map.Entry<?, ?> field : object.entrySet()) {
            out.writeFieldName(String.valueOf(field.getKey()));
            write(out, field.getValue());
        }
    }

    /** Reads the value whose first token is the present one; an object that has been opened already counts. */
    static @Nullable Object read(JsonParser in, DeserializationContext context) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                in.nextToken();
                yield readFields(in, context);
            }
            case FIELD_NAME, END_OBJECT -> readFields(in, context);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(in, context));
                }
                yield list;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in, context);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> context.handleUnexpectedToken(Object.class, in);
        };
    }

    private static Map<String, @Nullable Object> readFields(JsonParser in, DeserializationContext context)
            throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (JsonToken token = in.currentToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
            String name = in.currentName();
            in.nextToken();
            object.put(name, read(in, context));
        }
        return object;
    }

    private static BigDecimal number(JsonParser in, DeserializationContext context) throws IOException {
        try {
            return in.getDecimalValue();
        } catch (NumberFormatException notFinite) {
            return context.reportInputMismatch(BigDecimal.class, "%s is no number of JSON", in.getText());
        }
    }
}
