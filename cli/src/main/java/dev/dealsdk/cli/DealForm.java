package dev.dealsdk.cli;

import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.json.JsonFormException;
import dev.dealsdk.json.NeutralJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts a deal in the format of {@code --json} to a request. Fields that a request does not have are refused, never
 * dropped silently.
 */
final class DealForm {
    private static final List<String> OF_THE_VENDOR = List.of(
            "id", "provider", "status", "pipelineId", "closedAt", "createdAt", "updatedAt", "lostReason", "wonReason");
    private static final String STAGE = "stage";
    private static final String STAGE_ID = "stageId";
    private static final List<String> STAGE_NAMES = List.of("stageAlias", "stageName");

    private final Map<String, @Nullable Object> fields;
    private final List<String> faults = new ArrayList<>();

    private DealForm(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** A stage that is not an id is a name, which is looked up in the account later. */
    static NewDeal newDeal(Map<String, @Nullable Object> fields, String source) {
        DealForm form = new DealForm(fields);
        form.nameStage();
        form.refuse(OF_THE_VENDOR, "is set by the vendor; leave it out");
        return form.read(NewDeal.class, source);
    }

    /** The update clears fields that are null. */
    static DealUpdate update(Map<String, @Nullable Object> fields, Set<DealField> cleared, String source) {
        DealForm form = new DealForm(fields);
        form.refuse(List.of(STAGE, STAGE_ID), "is changed by deals move; leave it out");
        form.refuse(STAGE_NAMES, "is changed by deals move; leave it out");
        form.refuse(OF_THE_VENDOR, "is set by the vendor; leave it out");
        DealUpdate update = form.read(DealUpdate.class, source);
        return UsageException.unlessValid(
                () -> DealUpdate.builder().from(update).addAllCleared(cleared).build());
    }

    /** Selects the least ambiguous of the stage fields that a printed deal has. */
    private void nameStage() {
        List<StageRef> stages = new ArrayList<>();
        if (fields.get(STAGE) instanceof String name) {
            fields.remove(STAGE);
            stages.add(UsageException.unlessValid(() -> StageRef.named(name)));
        }
        Optional<String> id = text(STAGE_ID);
        List<String> names =
                STAGE_NAMES.stream().map(this::text).flatMap(Optional::stream).toList();
        id.ifPresent(key -> stages.add(UsageException.unlessValid(() -> StageRef.id(key))));
        names.forEach(name -> stages.add(UsageException.unlessValid(() -> StageRef.named(name))));
        if (!stages.isEmpty() && !fields.containsKey(STAGE)) {
            fields.put(STAGE, NeutralJson.write(stages.get(0)));
        }
    }

    private Optional<String> text(String name) {
        Object value = fields.get(name);
        if (value instanceof String text) {
            fields.remove(name);
            return Optional.of(text);
        }
        return Optional.empty();
    }

    private void refuse(List<String> names, String why) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                fields.remove(name);
                faults.add(name + ": " + why);
            }
        }
    }

    private <T> T read(Class<T> type, String source) {
        Optional<T> read = Optional.empty();
        try {
            read = Optional.of(NeutralJson.read(type, fields, unknown -> faults.add(unknown.getMessage())));
        } catch (JsonFormException otherForm) {
            faults.add(String.valueOf(otherForm.getMessage()));
        }
        return read.filter(deal -> faults.isEmpty())
                .orElseThrow(() -> new UsageException(source + String.join("; ", faults)));
    }
}
