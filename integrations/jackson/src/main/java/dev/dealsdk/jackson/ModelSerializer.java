package dev.dealsdk.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one neutral type. */
final class ModelSerializer<T> extends JsonSerializer<T> {
    private final Class<T> type;
    private final Function<? super T, Map<String, @Nullable Object>> form;

    ModelSerializer(Class<T> type, Function<? super T, Map<String, @Nullable Object>> form) {
        this.type = type;
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
        JsonTrees.write(out, form.apply(value));
    }

    /** Under the public type: the implementing one is hidden, and unknown to readers. */
    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, type, JsonToken.START_OBJECT));
        JsonTrees.writeFields(out, form.apply(value));
        types.writeTypeSuffix(out, id);
    }
}
