package dev.dealsdk.jackson3;

import dev.dealsdk.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a page, whose items are of the type that the caller names, such as {@code Page<Deal>}. */
@SuppressWarnings("rawtypes")
final class PageDeserializer extends StdDeserializer<Page> {
    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType itemType;

    PageDeserializer(@Nullable JavaType itemType) {
        super(Page.class);
        this.itemType = itemType;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType page = context.getContextualType();
        return new PageDeserializer(page == null ? null : page.containedTypeOrUnknown(0));
    }

    @Override
    public Page<?> deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            in.nextToken();
        }
        if (in.currentToken() != JsonToken.PROPERTY_NAME && in.currentToken() != JsonToken.END_OBJECT) {
            return Faults.read(Page.class, JsonTrees.read(in, context), in, context);
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        List<Object> items = List.of();
        for (JsonToken token = in.currentToken(); token == JsonToken.PROPERTY_NAME; token = in.nextToken()) {
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

    private List<Object> items(JsonParser in, DeserializationContext context) {
        JavaType type = itemType == null ? context.constructType(Object.class) : itemType;
        ValueDeserializer<Object> reader = context.findRootValueDeserializer(type);
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                Object item = in.currentToken() == JsonToken.VALUE_NULL ? null : reader.deserialize(in, context);
                if (item == null) {
                    return context.reportInputMismatch(type, "null cannot stand here");
                }
                items.add(item);
            } catch (DatabindException fault) {
                fault.prependPath(Page.class, items.size());
                fault.prependPath(Page.class, PageSerializer.ITEMS);
                throw fault;
            }
        }
        return items;
    }
}
