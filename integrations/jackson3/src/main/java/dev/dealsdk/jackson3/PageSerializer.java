package dev.dealsdk.jackson3;

import dev.dealsdk.Page;
import dev.dealsdk.json.NeutralJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes a page, whose items may be of any type that the mapper knows. */
@SuppressWarnings("rawtypes")
final class PageSerializer extends ValueSerializer<Page> {
    static final String ITEMS = "items";

    @Override
    public void serialize(Page page, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        writeFields(page, out, context);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(Page page, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(page, Page.class, JsonToken.START_OBJECT));
        writeFields(page, out, context);
        types.writeTypeSuffix(out, context, id);
    }

    private static void writeFields(Page<?> page, JsonGenerator out, SerializationContext context) {
        Page<?> withoutItems = new Page<>(List.of(), page.problems(), page.total(), page.nextPageToken());
        for (Map.Entry<String, @Nullable Object> field :
                NeutralJson.write(withoutItems).entrySet()) {
            out.writeName(field.getKey());
            if (field.getKey().equals(ITEMS)) {
                out.writeStartArray();
                for (Object item : page.items()) {
                    context.writeValue(out, item);
                }
                out.writeEndArray();
            } else {
                JsonTrees.write(out, field.getValue());
            }
        }
    }
}
