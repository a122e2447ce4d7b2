package dev.dealsdk.spring;

import com.fasterxml.jackson.databind.JsonMappingException;
import dev.dealsdk.FieldError;
import dev.dealsdk.Page;
import dev.dealsdk.json.NeutralJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;

/**
 * Extracts, from the failure to read a request body, what is wrong with a type of the SDK and the path of the invalid
 * part, such as {@code value.amount} or {@code items[2].stage}. Handles the exceptions of Jackson 2 and 3.
 */
final class BodyFault {
    private static final boolean JACKSON_2 = isPresent("com.fasterxml.jackson.databind.JsonMappingException");
    private static final boolean JACKSON_3 = isPresent("tools.jackson.core.JacksonException");

    private BodyFault() {}

    /**
     * Returns empty if the failure is not about JSON, or is about other types. The field is empty if the whole body is
     * invalid.
     */
    static Optional<FieldError> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<FieldError> fault = JACKSON_2 ? Jackson2.fault(cause) : Optional.empty();
            if (fault.isEmpty() && JACKSON_3) {
                fault = Jackson3.fault(cause);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, BodyFault.class.getClassLoader());
    }

    /**
     * Returns true for a type of the SDK.
     *
     * @param owner the type that is read, or a value that holds it
     */
    private static boolean isOurs(@Nullable Object owner) {
        if (owner == null) {
            return false;
        }
        Class<?> type = owner instanceof Class<?> itself ? itself : owner.getClass();
        return type == Page.class || NeutralJson.types().contains(type);
    }

    private static Optional<FieldError> fault(@Nullable Class<?> target, List<Step> path, @Nullable String message) {
        if (!isOurs(target) && path.stream().noneMatch(step -> isOurs(step.owner()))) {
            return Optional.empty();
        }
        StringBuilder field = new StringBuilder();
        for (Step step : path) {
            if (step.name() == null) {
                field.append('[').append(step.index()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.name());
            }
        }
        return Optional.of(new FieldError(field.toString(), withoutPlace(String.valueOf(message), field.toString())));
    }

    /** Removes the path within the SDK's own type from a message, because the complete path ends with it. */
    private static String withoutPlace(String message, String path) {
        int colon = message.indexOf(": ");
        return colon > 0 && path.endsWith(message.substring(0, colon)) ? message.substring(colon + 2) : message;
    }

    /** @param name null in a list, where the index counts */
    private record Step(@Nullable Object owner, @Nullable String name, int index) {}

    private static final class Jackson2 {
        static Optional<FieldError> fault(Throwable cause) {
            if (!(cause instanceof JsonMappingException fault)) {
                return Optional.empty();
            }
            Class<?> target = cause instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
                    ? mismatch.getTargetType()
                    : null;
            List<Step> path = fault.getPath().stream()
                    .map(step -> new Step(step.getFrom(), step.getFieldName(), step.getIndex()))
                    .toList();
            return BodyFault.fault(target, path, fault.getOriginalMessage());
        }
    }

    private static final class Jackson3 {
        static Optional<FieldError> fault(Throwable cause) {
            if (!(cause instanceof JacksonException fault)) {
                return Optional.empty();
            }
            Class<?> target = cause instanceof tools.jackson.databind.exc.MismatchedInputException mismatch
                    ? mismatch.getTargetType()
                    : null;
            List<Step> path = fault.getPath().stream()
                    .map(step -> new Step(step.from(), step.getPropertyName(), step.getIndex()))
                    .toList();
            return BodyFault.fault(target, path, fault.getOriginalMessage());
        }
    }
}
