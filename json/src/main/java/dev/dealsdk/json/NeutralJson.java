package dev.dealsdk.json;

import dev.dealsdk.DealsException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of the neutral types, for whatever joins the SDK to a JSON library: the names of the Java API, absent parts
 * left out, lists and maps there even when empty, exact numbers, ISO 8601 dates.
 *
 * <p>JSON is String, Boolean, {@link BigDecimal}, List, Map and null here. What {@link #write} makes of a value, {@link #read}
 * makes into an equal one.
 */
public final class NeutralJson {
    private NeutralJson() {}

    /**
     * {@return the types that can be written and read, such as {@link dev.dealsdk.Deal}} Exceptions are not among them: they are
     * written alone.
     */
    public static Set<Class<?>> types() {
        return ModelForms.types();
    }

    /**
     * {@return the form of a value, in the order in which its fields are written}
     *
     * @param value of one of {@link #types()}
     * @throws IllegalArgumentException if it is of another type
     */
    public static Map<String, @Nullable Object> write(Object value) {
        return ModelForms.write(value);
    }

    /**
     * {@return a failure as the problem details of RFC 9457} Besides {@code type}, {@code title}, {@code status} and {@code
     * detail} it holds what is known of the call, and for each exception what it alone has, such as {@code fieldErrors} or {@code
     * retryAfterSeconds}.
     *
     * <p>{@code status} is what a program may send to its own callers; the vendor's is {@code httpStatus}. A call that was or may
     * have been applied is a 500, since 502, 503 and 504 invite callers and proxies to send a request again.
     *
     * @param failure of a call
     */
    public static Map<String, @Nullable Object> problem(DealsException failure) {
        return ProblemDetails.of(failure);
    }

    /**
     * {@return the value that the JSON is the form of}
     *
     * @param <T> what is read
     * @param type one of {@link #types()}
     * @param json Map for all of them; null is no value
     * @param unknown given a fault for each field that a type does not have; throws it to refuse the field, and does nothing to
     *     pass it over
     * @throws JsonFormException if it is the form of no such value
     * @throws IllegalArgumentException if it is another type
     */
    public static <T> T read(Class<T> type, @Nullable Object json, Consumer<JsonFormException> unknown) {
        return ModelForms.read(type, json, unknown);
    }
}
