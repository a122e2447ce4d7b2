package dev.dealsdk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The request is wrong: refused here before anything was sent ({@link Outcome#NOT_SENT}), or by the vendor (HTTP 400, 422
 * and other 4xx). {@link #fieldErrors()} names the fields.
 */
public final class InvalidRequestException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** How many of a vendor's field errors a message can hold and still be read. */
    private static final int MOST_IN_MESSAGE = 10;

    // A field of type List would not be serializable for certain.
    private final FieldError[] fieldErrors;

    /**
     * For providers.
     *
     * @param message what is wrong in general, as one sentence; empty when the field errors say it all
     * @param fieldErrors what is wrong field by field; empty when that is not known
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     * @param cause what caused it; null when nothing was thrown
     */
    public InvalidRequestException(
            String message, List<FieldError> fieldErrors, VendorCall call, @Nullable Throwable cause) {
        super(withFields(message, fieldErrors), call, cause);
        this.fieldErrors = fieldErrors.toArray(FieldError[]::new);
    }

    /** {@return what is wrong with which field; empty when the vendor names none} */
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
