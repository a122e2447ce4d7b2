package dev.dealsdk.jackson3;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes one neutral type. */
final class ModelSerializer<T> extends ValueSerializer<T> {
    private final Class<T> type;
    private final Function<? super T, Map<String, @Nullable Object>> form;

    ModelSerializer(Class<T> type, Function<? super T, Map<String, @Nullable Object>> form) {
        this.type = type;
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        JsonTrees.write(out, form.apply(value));
    }

    /** Under the public type: the implementing one is hidden, and unknown to readers. */
    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, type, JsonToken.START_OBJECT));
        JsonTrees.writeFields(out, form.apply(value));
        types.writeTypeSuffix(out, context, id);
    }
}
