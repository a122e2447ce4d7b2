package dev.dealsdk.spi;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lenient view of the JSON of an error body, which may not have the documented format. A member that is missing or of
 * another type reads as nothing, and so does every member of nothing.
 *
 * <pre>{@code
 * static VendorError decode(ErrorResponse response) {      // {"error": {"code": ..., "message": ...}}
 *     ErrorBody body = ErrorBody.of(response);
 *     ErrorBody error = body.get("error");
 *     return body.complete(VendorError.builder().code(error.text("code")).message(error.text("message")));
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ErrorBody {
    private static final ErrorBody NOTHING = new ErrorBody(null);
    private static final int LONGEST_NUMBER = 20;
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);
    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    private final @Nullable Object value;

    private ErrorBody(@Nullable Object value) {
        this.value = value;
    }

    /**
     * {@return the body of a response}
     *
     * @param response a response; its body may be missing or not JSON
     */
    public static ErrorBody of(ErrorResponse response) {
        return response.json().map(ErrorBody::new).orElse(NOTHING);
    }

    /**
     * {@return a member of this object}
     *
     * @param name the name of the member
     */
    public ErrorBody get(String name) {
        return value instanceof Map<?, ?> object && object.get(name) != null
                ? new ErrorBody(object.get(name))
                : NOTHING;
    }

    /** {@return true if this is an object} */
    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /** {@return this value as text; empty if it is not text or is blank} */
    public Optional<String> text() {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /**
     * {@return a member of this object as text; empty if it is not text or is blank}
     *
     * @param name the name of the member
     */
    public Optional<String> text(String name) {
        return get(name).text();
    }

    /**
     * {@return true if at least one of these members of this object is text}
     *
     * @param names the names of the members
     */
    public boolean hasText(String... names) {
        return Stream.of(names).anyMatch(name -> text(name).isPresent());
    }

    /** {@return the elements of this array; empty if this is not an array} */
    public List<ErrorBody> elements() {
        return value instanceof List<?> list ? list.stream().map(ErrorBody::new).toList() : List.of();
    }

    /**
     * {@return a member of this object as a wait in seconds, with fractions rounded up so that no wait ends early;
     * empty if it is negative or longer than a year}
     *
     * @param name the name of the member: a number, or a number as text
     */
    public Optional<Duration> seconds(String name) {
        return seconds(name, 0);
    }

    /**
     * {@return the wait until the time that a member of this object contains; empty if that time has passed or is more
     * than a year away}
     *
     * @param name the name of the member: seconds since 1970 in UTC, as a number, or a number as text
     * @param now the current time
     */
    public Optional<Duration> untilEpochSecond(String name, Instant now) {
        return seconds(name, now.getEpochSecond());
    }

    private Optional<Duration> seconds(String name, long from) {
        BigDecimal number = get(name).number();
        // Compared before it is written out: 1e999999999 would fill the memory.
        if (number == null || number.signum() < 0 || number.compareTo(LONGEST_SECONDS) > 0) {
            return Optional.empty();
        }
        long whole = number.longValue();
        long roundedUp = number.compareTo(BigDecimal.valueOf(whole)) > 0 ? whole + 1 : whole;
        return Optional.of(Duration.ofSeconds(roundedUp - from))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0);
    }

    private @Nullable BigDecimal number() {
        if (value instanceof BigDecimal number) {
            return number;
        }
        try {
            return value instanceof String text && text.length() <= LONGEST_NUMBER
                    ? new BigDecimal(text.strip())
                    : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /**
     * {@return the error, completed from this body if it has no message and no field errors yet} Gateways, and other
     * generations of the vendor's API, send errors in other formats: problem details (RFC 9457), lists of errors, lists
     * of texts by field. Call this method last, so that all providers handle such bodies in the same way.
     *
     * @param error the error, without a message and field errors if the body does not have the vendor's format
     */
    public VendorError complete(VendorError.Builder error) {
        VendorError found = error.build();
        return found.message().isPresent() || !found.fieldErrors().isEmpty() || value == null
                ? found
                : new CommonErrors(value).addTo(found);
    }
}
