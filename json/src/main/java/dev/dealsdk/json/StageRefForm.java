package dev.dealsdk.json;

import dev.dealsdk.StageRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stage as {@code {"id": "..."}} or {@code {"named": "..."}}. */
final class StageRefForm implements JsonKind<StageRef> {
    private static final String ID = "id";
    private static final String NAMED = "named";

    @Override
    public Map<String, Object> write(StageRef stage) {
        return stage.stageId()
                .<Map<String, Object>>map(id -> Map.of(ID, id))
                .orElseGet(() -> Map.of(NAMED, stage.aliasOrName().orElseThrow()));
    }

    @Override
    public StageRef read(Object json, JsonPlace at) {
        if (!(json instanceof Map<?, ?>)) {
            throw form(json, at);
        }
        Map<String, @Nullable Object> fields = JsonKind.fields(json, at);
        Object id = fields.remove(ID);
        Object name = fields.remove(NAMED);
        if ((id == null) == (name == null)) {
            throw form(json, at);
        }
        fields.keySet().forEach(unknown -> at.unknown(unknown, List.of(ID, NAMED)));
        JsonPlace place = at.field(id == null ? NAMED : ID);
        try {
            return id == null ? StageRef.named(TEXT.read(name, place)) : StageRef.id(TEXT.read(id, place));
        } catch (IllegalArgumentException blank) {
            throw place.fault("is blank");
        }
    }

    private static RuntimeException form(Object json, JsonPlace at) {
        return at.expected("a stage, {\"id\": \"...\"} or {\"named\": \"...\"},", json);
    }
}
