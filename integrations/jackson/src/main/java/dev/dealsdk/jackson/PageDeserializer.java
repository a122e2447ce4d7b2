package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.dealsdk.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page, whose items are of the type that the caller names, such as {@code Page<Deal>}. */
@SuppressWarnings("rawtypes")
final class PageDeserializer extends StdDeserializer<Page> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType itemType;

    PageDeserializer(@Nullable JavaType itemType) {
        super(Page.class);
        this.itemType = itemType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType page = context.getContextualType();
        return new PageDeserializer(page == null ? null : page.containedTypeOrUnknown(0));
    }

    @Override
    public Page<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            in.nextToken();
        }
        if (in.currentToken() != JsonToken.FIELD_NAME && in.currentToken() != JsonToken.END_OBJECT) {
            return Faults.read(Page.class, JsonTrees.read(in, context), in, context);
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        List<Object> items = List.of();
        for (JsonToken token = in.currentToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
            String name = in.currentName();
            if (in.nextToken() == JsonToken.START_ARRAY && name.equals(PageSerializer.ITEMS)) {
                items = items(in, context);
            } else {
                others.put(name, JsonTrees.read(in, context));
            }
        }
        Page<?> page = Faults.read(Page.class, others, in, context);
        return new Page<Object>(items, page.problems(), page.total(), page.nextPageToken());
    }

    private List<Object> items(JsonParser in, DeserializationContext context) throws IOException {
        JavaType type = itemType == null ? context.constructType(Object.class) : itemType;
        JsonDeserializer<Object> reader = context.findRootValueDeserializer(type);
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                Object item = in.currentToken() == JsonToken.VALUE_NULL ? null : reader.deserialize(in, context);
                if (item == null) {
                    return context.reportInputMismatch(type, "null cannot stand here");
                }
                items.add(item);
            } catch (JsonMappingException fault) {
                fault.prependPath(Page.class, items.size());
                fault.prependPath(Page.class, PageSerializer.ITEMS);
                throw fault;
            }
        }
        return items;
    }
}
