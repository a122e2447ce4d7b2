package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.dealsdk.Page;
import dev.dealsdk.json.NeutralJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a page, whose items may be of any type that the mapper knows. */
@SuppressWarnings("rawtypes")
final class PageSerializer extends JsonSerializer<Page> {
    static final String ITEMS = "items";

    @Override
    public void serialize(Page page, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeStartObject();
        writeFields(page, out, context);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(Page page, JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        WritableTypeId id = types.writeTypePrefix(out, types.typeId(page, Page.class, JsonToken.START_OBJECT));
        writeFields(page, out, context);
        types.writeTypeSuffix(out, id);
    }

    private static void writeFields(Page<?> page, JsonGenerator out, SerializerProvider context) throws IOException {
        Page<?> withoutItems = new Page<>(List.of(), page.problems(), page.total(), page.nextPageToken());
        for (Map.Entry<String, @Nullable Object> field :
                NeutralJson.write(withoutItems).entrySet()) {
            out.writeFieldName(field.getKey());
            if (field.getKey().equals(ITEMS)) {
                out.writeStartArray();
                for (Object item : page.items()) {
                    context.defaultSerializeValue(item, out);
                }
                out.writeEndArray();
            } else {
                JsonTrees.write(out, field.getValue());
            }
        }
    }
}
