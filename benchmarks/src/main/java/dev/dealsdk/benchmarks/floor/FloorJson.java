package dev.dealsdk.benchmarks.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of any kind, and lists of one. */
final class FloorJson {
    private FloorJson() {}

    static @Nullable String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }

    static @Nullable BigDecimal decimal(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getDecimalValue();
    }

    static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getText());
        }
        return texts;
    }

    static Map<String, String> map(JsonParser json) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, json.getText());
        }
        return map;
    }

    static <T> List<T> list(JsonParser json, FloorHttp.Reading<T> element) throws IOException {
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(element.read(json));
        }
        return list;
    }

    /** The value of one field of the object that begins here. */
    static <T> T only(JsonParser json, String field, FloorHttp.Reading<T> value) throws IOException {
        T found = null;
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean wanted = json.currentName().equals(field);
            json.nextToken();
            if (wanted) {
                found = value.read(json);
            } else {
                json.skipChildren();
            }
        }
        if (found == null) {
            throw new IOException(field + " is missing");
        }
        return found;
    }
}
