package dev.dealsdk.testkit.internal.stardex;

import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for Stardex's request bodies of both generations: field, kind and range as on the pages of create and update.
 *
 * <p>Assumed, the pages being silent: null is refused everywhere but for the close date of an update; {@code job_id} and
 * {@code job_ids} do not go together; names that no page lists are ignored; an update may be empty.
 */
public final class StardexBodies {
    /** What create and update have in common. */
    private static final Set<String> UPDATE_FIELDS = Set.of(
            "name",
            "client_id",
            "amount",
            "currency_code",
            "compensation",
            "compensation_currency_code",
            "pricing_rate",
            "win_probability",
            "deal_status_id",
            "description",
            "closed_date",
            "job_id",
            "job_ids",
            "referred_by");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StardexBodies() {}

    public static Map<String, String> checkCreate(Map<String, @Nullable Object> body) {
        FieldCheck check = new FieldCheck(body)
                .require("name")
                .test("client_linkedin_url", StardexBodies::isUri, "must be a URI")
                .type(FieldType.UUIDS, "owner_ids")
                .test("closed_date", StardexBodies::isDay, "must be an ISO 8601 date");
        return problems(check, body);
    }

    public static Map<String, String> checkUpdate(Map<String, @Nullable Object> body) {
        FieldCheck check = new FieldCheck(body)
                .refuse("cannot be changed by an update", "client_linkedin_url", "owner_ids")
                .test("closed_date", day -> day == null || isDay(day), "must be an ISO 8601 date or null");
        return problems(check, body);
    }

    /** Only what a caller may write as it is; custom fields, owners and the client's URL are dealt with by themselves. */
    static Map<String, @Nullable Object> plainFields(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(body);
        fields.keySet().retainAll(UPDATE_FIELDS);
        return fields;
    }

    /** The objects of an array that has been checked. */
    @SuppressWarnings("unchecked") // Read from JSON: every key is a string.
    public static List<Map<String, @Nullable Object>> objects(@Nullable Object array) {
        return array instanceof List<?> list
                ? list.stream()
                        .map(item -> (Map<String, @Nullable Object>) item)
                        .toList()
                : List.of();
    }

    /** A calendar day, with or without a time behind it. */
    static boolean isDay(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() < 10) {
            return false;
        }
        try {
            if (text.length() > 10) {
                DateTimeFormatter.ISO_DATE_TIME.parse(text);
            }
            LocalDate.parse(text.substring(0, 10));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static Map<String, String> problems(FieldCheck check, Map<String, @Nullable Object> body) {
        check.test(
                        "name",
                        name -> name instanceof String text && !text.isEmpty(),
                        "must be a string of length 1 or more")
                .type(FieldType.UUID, "client_id", "deal_status_id", "job_id", "referred_by")
                .type(FieldType.NUMBER, "amount")
                .test("compensation", value -> isBetween(value, null), "must be a number from 0")
                .test("pricing_rate", value -> isBetween(value, HUNDRED), "must be a number from 0 to 100")
                .test("win_probability", value -> isBetween(value, HUNDRED), "must be a number from 0 to 100")
                .test("currency_code", StardexBodies::isCurrency, "must have 3 characters")
                .test("compensation_currency_code", StardexBodies::isCurrency, "must have 3 characters")
                .type(FieldType.TEXT, "description")
                .type(FieldType.UUIDS, "job_ids")
                .type(FieldType.OBJECTS, "custom_fields");
        if (body.containsKey("job_id")) {
            check.refuse("cannot be combined with job_id", "job_ids");
        }
        return check.problems();
    }

    private static boolean isBetween(@Nullable Object value, @Nullable BigDecimal most) {
        if (!(value instanceof Number number)) {
            return false;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.signum() >= 0 && (most == null || exact.compareTo(most) <= 0);
    }

    private static boolean isCurrency(@Nullable Object value) {
        return value instanceof String text && text.length() == 3;
    }

    private static boolean isUri(@Nullable Object value) {
        return value instanceof String text && text.matches("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
    }
}
