package dev.dealsdk.json;

import dev.dealsdk.DealsException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Converts the neutral types to and from JSON, for integrations with JSON libraries. Names are those of the Java API.
 * Absent parts are left out, while lists and maps are present even if empty. Numbers are exact, and dates use ISO 8601.
 *
 * <p>JSON values are String, Boolean, {@link BigDecimal}, List, Map and null. A value that is written with {@link
 * #write} and read with {@link #read} is equal to the original.
 */
public final class NeutralJson {
    private NeutralJson() {}

    /**
     * {@return the types that can be written and read, such as {@link dev.dealsdk.Deal}} Exceptions are not included,
     * because they can only be written.
     */
    public static Set<Class<?>> types() {
        return ModelForms.types();
    }

    /**
     * {@return the JSON of a value, with its fields in order}
     *
     * @param value a value of one of {@link #types()}
     * @throws IllegalArgumentException if the value has another type
     */
    public static Map<String, @Nullable Object> write(Object value) {
        return ModelForms.write(value);
    }

    /**
     * {@return a failure as the problem details of RFC 9457} In addition to {@code type}, {@code title}, {@code status}
     * and {@code detail}, the result contains the known details of the call and the properties that are specific to the
     * exception, such as {@code fieldErrors} or {@code retryAfterSeconds}.
     *
     * <p>{@code status} is a status that a program may return to its own callers; {@code httpStatus} is that of the
     * vendor. For a call that was applied or may have been applied, {@code status} is 500, because 502, 503 and 504
     * invite callers and proxies to retry the request.
     *
     * @param failure the failure of a call
     */
    public static Map<String, @Nullable Object> problem(DealsException failure) {
        return ProblemDetails.of(failure);
    }

    /**
     * {@return the value that a JSON object represents}
     *
     * @param <T> the type of the value
     * @param type one of {@link #types()}
     * @param json the JSON object, a Map for all types; null is refused
     * @param unknown receives an exception for each unknown field; throw it to refuse the field, or return normally to
     *     ignore the field
     * @throws JsonFormException if the JSON does not represent a value of the type
     * @throws IllegalArgumentException if the type is not one of {@link #types()}
     */
    public static <T> T read(Class<T> type, @Nullable Object json, Consumer<JsonFormException> unknown) {
        return ModelForms.read(type, json, unknown);
    }
}
