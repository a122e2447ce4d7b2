package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the bodies of Backside's creates and updates: the fields of the deal object, by their documented types.
 *
 * <p>Inferred, as these calls are: null is taken where the deal object has it, and takes the value away. Assumed: text may be
 * empty, numbers negative; names that the deal object does not have, or that the vendor keeps itself, are ignored.
 */
final class BacksideBodies {
    /** What of the deal object is not the vendor's own bookkeeping, and can be null. */
    static final List<String> NULLABLE = List.of(
            "amount",
            "closed_at",
            "confidence",
            "contact_id",
            "currency",
            "description",
            "expected_close_date",
            "lost_reason",
            "next_step",
            "organization_id",
            "source",
            "value_period",
            "won_reason");

    private static final Set<String> NEVER_NULL = Set.of("name", "pipeline_id", "stage_id", "metadata");

    private BacksideBodies() {}

    static Map<String, String> checkCreate(Map<String, @Nullable Object> body) {
        return fields(new FieldCheck(withoutNulls(body)).require("name"));
    }

    static Map<String, String> checkUpdate(Map<String, @Nullable Object> body) {
        return fields(new FieldCheck(withoutNulls(body)));
    }

    /** The part of a body that the vendor takes in. */
    static Map<String, @Nullable Object> writable(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> writable = new LinkedHashMap<>(body);
        writable.keySet().removeIf(name -> !NULLABLE.contains(name) && !NEVER_NULL.contains(name));
        return writable;
    }

    private static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(body);
        NULLABLE.forEach(name -> filled.remove(name, null));
        return filled;
    }

    private static Map<String, String> fields(FieldCheck check) {
        return check.type(FieldType.TEXT, "name", "currency", "value_period", "won_reason", "lost_reason")
                .type(FieldType.TEXT, "description", "next_step", "source")
                .type(FieldType.UUID, "pipeline_id", "stage_id", "contact_id", "organization_id")
                .type(FieldType.NUMBER, "amount")
                .type(FieldType.DATE, "expected_close_date")
                .test("confidence", BacksideBodies::isInt, "must be an integer of 32 bits")
                .test("closed_at", BacksideBodies::isInstant, "must be an RFC 3339 instant")
                .problems();
    }

    private static boolean isInt(@Nullable Object value) {
        return value instanceof Number number
                && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(number.intValue())) == 0;
    }

    private static boolean isInstant(@Nullable Object value) {
        try {
            return value instanceof String text && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException noInstant) {
            return false;
        }
    }
}
