package dev.dealsdk.stora;

import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.spi.CallScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Custom fields as Stora's metadata: texts under keys of a narrow form [guide: metadata]. */
final class StoraMetadata {
    private static final int MAX_KEYS = 20;
    private static final int MAX_VALUE_CHARACTERS = 500;
    private static final Pattern KEY = Pattern.compile("[a-z0-9._:-]{1,40}");

    private StoraMetadata() {}

    /** Whether a text has the form of a key. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** Empty when there are no custom fields. */
    static Optional<Map<String, @Nullable String>> ofNewDeal(
            Map<String, @Nullable Object> customFields, CallScope scope) {
        return checked(customFields, scope, false);
    }

    /**
     * A null removes its key. Empty when there are no custom fields: an empty object would clear all.
     *
     * @throws InvalidRequestException naming every field that is not of Stora's form
     */
    static Optional<Map<String, @Nullable String>> ofUpdate(
            Map<String, @Nullable Object> customFields, CallScope scope) {
        return checked(customFields, scope, true);
    }

    private static Optional<Map<String, @Nullable String>> checked(
            Map<String, @Nullable Object> customFields, CallScope scope, boolean nullRemoves) {
        if (customFields.isEmpty()) {
            return Optional.empty();
        }
        List<FieldError> errors = new ArrayList<>();
        if (customFields.size() > MAX_KEYS) {
            errors.add(new FieldError(
                    "customFields", "has " + customFields.size() + " keys; Stora takes " + MAX_KEYS + " at most"));
        }
        Map<String, @Nullable String> metadata = new LinkedHashMap<>();
        customFields.forEach((key, value) -> {
            if (!isKey(key)) {
                errors.add(new FieldError(
                        "customFields." + key, "is not a key of 1 to 40 characters among a-z, 0-9, . _ : and -"));
            } else if (value instanceof String text && isShort(text)) {
                metadata.put(key, text);
            } else if (value instanceof String) {
                errors.add(new FieldError(
                        "customFields." + key, "is longer than " + MAX_VALUE_CHARACTERS + " characters"));
            } else if (value == null && nullRemoves) {
                metadata.put(key, null);
            } else {
                errors.add(new FieldError(
                        "customFields." + key, "is not a String; Stora keeps texts alone, so write numbers as text"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRequestException("", errors, scope.call().build(), null);
        }
        return Optional.of(Collections.unmodifiableMap(metadata));
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= MAX_VALUE_CHARACTERS;
    }
}
