package dev.dealsdk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the request is invalid. Either the SDK refused it before anything was sent ({@link Outcome#NOT_SENT}), or
 * the vendor rejected it (HTTP 400, 422 and other 4xx). {@link #fieldErrors()} lists the invalid fields.
 */
public final class InvalidRequestException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** How many of a vendor's field errors a message can hold and still be read. */
    private static final int MOST_IN_MESSAGE = 10;

    // A field of type List would not be serializable for certain.
    private final FieldError[] fieldErrors;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem in general, in one sentence; empty if the field errors describe it completely
     * @param fieldErrors the errors of single fields; empty if they are not known
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public InvalidRequestException(
            String message, List<FieldError> fieldErrors, VendorCall call, @Nullable Throwable cause) {
        super(withFields(message, fieldErrors), call, cause);
        this.fieldErrors = fieldErrors.toArray(FieldError[]::new);
    }

    /** {@return the errors of single fields; empty if the vendor names none} */
    public List<FieldError> fieldErrors() {
        return List.of(fieldErrors);
    }

    private static String withFields(String message, List<FieldError> fieldErrors) {
        String fields = fieldErrors.stream()
                .limit(MOST_IN_MESSAGE)
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        if (fieldErrors.size() > MOST_IN_MESSAGE) {
            fields += "; and " + (fieldErrors.size() - MOST_IN_MESSAGE) + " more";
        }
        if (fields.isEmpty()) {
            return message;
        }
        return message.isEmpty() ? fields : message + " [" + fields + "]";
    }
}
