package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one request body of Stora, by JSON pointer.
 *
 * <p>Documented: which fields take null, the limits of metadata, one line item a type, and that losing needs a reason out of
 * a list. The page of the call names four reasons and is cut after the first word of a fifth, {@code contract} [docs:
 * lose-a-deal]: these four are taken, and whatever begins with that word. Assumed: ids are known by their prefixes; a move-in
 * date is a date or a date with time; names no page lists are ignored.
 */
final class StoraBodies {
    static final int MAX_METADATA_KEYS = 20;

    private static final Pattern METADATA_KEY = Pattern.compile("[a-z0-9._:-]{1,40}");
    private static final int MAX_METADATA_VALUE = 500;
    private static final List<String> LOST_REASONS =
            List.of("accessibility_concern", "better_deal_elsewhere", "chose_competitor", "price_concerns");
    private static final String CUT_LOST_REASON = "contract";
    private static final Set<String> ITEM_TYPES = Set.of("unit_type", "protection");

    private final Map<String, @Nullable Object> body;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private StoraBodies(Map<String, @Nullable Object> body) {
        this.body = body;
    }

    /** Which fields are required is not documented: none is. */
    static Map<String, String> checkCreate(Map<String, @Nullable Object> body) {
        return new StoraBodies(body)
                .reference("contact", "con_", false)
                .reference("stage", "dstg_", false)
                .dealFields(false)
                .found();
    }

    /** Whether a stage can be changed here is not documented: it is judged as in the reopen call. */
    static Map<String, String> checkUpdate(Map<String, @Nullable Object> body) {
        return new StoraBodies(body)
                .reference("stage", "dstg_", false)
                .dealFields(true)
                .found();
    }

    static Map<String, String> checkLose(Map<String, @Nullable Object> body) {
        return new StoraBodies(body)
                .require("lost_reason")
                .text("lost_reason", false)
                .lostReason()
                .found();
    }

    static Map<String, String> checkReopen(Map<String, @Nullable Object> body) {
        return new StoraBodies(body)
                .reference("stage", "dstg_", false)
                .reference("assignee", "staff_", false)
                .found();
    }

    static Map<String, String> checkTokenRequest(Map<String, @Nullable Object> body) {
        StoraBodies check = new StoraBodies(body).require("grant_type", "client_id", "client_secret", "scope");
        for (String name : List.of("grant_type", "client_id", "client_secret", "scope")) {
            check.text(name, false);
        }
        if (!"client_credentials".equals(body.get("grant_type"))) {
            check.report("/grant_type", "must be client_credentials");
        }
        return check.found();
    }

    private StoraBodies dealFields(boolean update) {
        text("name", false);
        reference("assignee", "staff_", true);
        reference("site", "site_", true);
        text("note", true);
        moment("starts_at");
        metadata(update);
        lineItems();
        return this;
    }

    private StoraBodies require(String... names) {
        for (String name : names) {
            if (body.get(name) == null) {
                report("/" + name, "is required");
            }
        }
        return this;
    }

    private StoraBodies text(String name, boolean nullable) {
        if (isGiven(name, nullable) && !(body.get(name) instanceof String)) {
            report("/" + name, "is not a string");
        }
        return this;
    }

    private StoraBodies lostReason() {
        if (body.get("lost_reason") instanceof String reason
                && !LOST_REASONS.contains(reason)
                && !reason.startsWith(CUT_LOST_REASON)) {
            report("/lost_reason", "is none of " + String.join(", ", LOST_REASONS));
        }
        return this;
    }

    private StoraBodies reference(String name, String prefix, boolean nullable) {
        if (isGiven(name, nullable) && !isReference(body.get(name), prefix)) {
            report("/" + name, "is not an object with an id " + prefix + "...");
        }
        return this;
    }

    private void moment(String name) {
        if (isGiven(name, true) && !(body.get(name) instanceof String text && isMoment(text))) {
            report("/" + name, "does not match format: date-time");
        }
    }

    private void metadata(boolean update) {
        if (!isGiven("metadata", false)) {
            return;
        }
        if (!(body.get("metadata") instanceof Map<?, ?> metadata)) {
            report("/metadata", "is not an object");
            return;
        }
        if (metadata.size() > MAX_METADATA_KEYS) {
            report("/metadata", "has more than " + MAX_METADATA_KEYS + " keys");
        }
        metadata.forEach((key, value) -> {
            String pointer = "/metadata/" + OpenApiDocument.escape(String.valueOf(key));
            if (!METADATA_KEY.matcher(String.valueOf(key)).matches()) {
                report(pointer, "has a key of other characters than a-z 0-9 . _ : - or of more than 40");
            } else if (!(value instanceof String) && !(update && value == null)) {
                report(pointer, "is not a string");
            } else if (value instanceof String text && text.codePointCount(0, text.length()) > MAX_METADATA_VALUE) {
                report(pointer, "is longer than " + MAX_METADATA_VALUE + " characters");
            }
        });
    }

    private void lineItems() {
        if (!isGiven("line_items", false)) {
            return;
        }
        if (!(body.get("line_items") instanceof List<?> items)) {
            report("/line_items", "is not an array");
            return;
        }
        Set<Object> types = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String pointer = "/line_items/" + i;
            if (!(items.get(i) instanceof Map<?, ?> item)) {
                report(pointer, "is not an object");
            } else if (!(item.get("type") instanceof String type && ITEM_TYPES.contains(type))) {
                report(pointer + "/type", "is none of protection, unit_type");
            } else if (!types.add(type)) {
                report(pointer + "/type", "occurs more than once");
            } else if (!isReference(item.get("item"), "")) {
                report(pointer + "/item", "is not an object with an id");
            }
        }
    }

    private boolean isGiven(String name, boolean nullable) {
        return body.containsKey(name) && !(nullable && body.get(name) == null);
    }

    private static boolean isReference(@Nullable Object value, String prefix) {
        return value instanceof Map<?, ?> reference
                && reference.get("id") instanceof String id
                && id.startsWith(prefix)
                && id.length() > prefix.length();
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException noMoment) {
            return FieldType.DATE.accepts(text);
        }
    }

    private void report(String pointer, String rule) {
        problems.putIfAbsent(pointer, rule);
    }

    private Map<String, String> found() {
        return Collections.unmodifiableMap(problems);
    }
}
